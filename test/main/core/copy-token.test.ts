import { describe, expect, test } from 'vitest';
import type { SecretToCopy } from '../../../src/main/core/copy-token.ts';
import { createCopyStage, tokenToCopy } from '../../../src/main/core/copy-token.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { alice, storeWith } from './examples.ts';
import {
  createFakeClipboard,
  createFakeClock,
  createFakeLog,
  settle,
  startOfTime,
  tokenFor,
} from './fakes.ts';

function copying() {
  const store = storeWith({ settings: { ...defaultSettings, clipboardSeconds: 20 } });
  const clock = createFakeClock();
  const clipboard = createFakeClipboard();
  const log = createFakeLog();
  const stage = createCopyStage({ store, clipboard, clock, log });
  const minted = (text: string): SecretToCopy => {
    const token = tokenFor({ account: alice, tenantId: 'red', scopes: [] }, clock, text);
    return tokenToCopy({
      token,
      issued: {
        id: `id of ${text}`,
        audience: { kind: 'known', id: 'graph' },
        accountKey: alice.key,
        username: alice.username,
        tenantId: 'red',
        scopes: [],
        issuedAt: clock.now(),
        expiresAt: token.expiresAt,
      },
    });
  };
  return { store, clock, clipboard, stage, minted, log };
}

describe('a copied token', () => {
  test('leaves the clipboard after the time of the settings, which the state counts down', async () => {
    const { store, clock, clipboard, stage, minted } = copying();
    await stage.copy(minted('secret'));
    const shown = store.state().clipboard;
    clock.advance(19_999);
    await settle();
    const before = clipboard.text;
    clock.advance(1);
    await settle();

    expect([shown, before, store.state().clipboard, clipboard.deeds]).toEqual([
      { kind: 'token', tokenId: 'id of secret', clearsAt: startOfTime + 20_000 },
      'secret',
      { kind: 'none' },
      ['write secret secret', 'clear'],
    ]);
  });

  test('is let go without clearing what the person copied since', async () => {
    const { store, clock, clipboard, stage, minted } = copying();
    await stage.copy(minted('secret'));
    clipboard.text = 'a shopping list';
    clock.advance(20_000);
    await settle();

    expect([clipboard.text, store.state().clipboard]).toEqual([
      'a shopping list',
      { kind: 'none' },
    ]);
  });

  test('has its full time, also when copied again or after another', async () => {
    const { store, clock, clipboard, stage, minted } = copying();
    await stage.copy(minted('first'));
    clock.advance(15_000);
    await stage.copy(minted('second'));
    clock.advance(19_999);
    await settle();
    const late = [clipboard.text, store.state().clipboard.kind];
    clock.advance(1);
    await settle();

    expect([late, clipboard.text, clock.waiting()]).toEqual([['second', 'token'], '', 0]);
  });

  test('of two copied in the same moment, the last has the only timer', async () => {
    const { store, clock, stage, minted } = copying();
    await Promise.all([stage.copy(minted('first')), stage.copy(minted('second'))]);

    expect([store.state().clipboard, clock.waiting()]).toEqual([
      { kind: 'token', tokenId: 'id of second', clearsAt: startOfTime + 20_000 },
      1,
    ]);
  });

  test('stays when it is copied while the one before is being cleared', async () => {
    const { store, clipboard, stage, minted } = copying();
    await stage.copy(minted('first'));
    const looked = Promise.withResolvers<void>();
    clipboard.clearSecret = async () => {
      const isOurs = clipboard.text === 'first';
      await looked.promise;
      if (isOurs) await clipboard.clear();
    };
    const released = stage.release();
    const copied = stage.copy(minted('second'));
    await settle();
    looked.resolve();
    await Promise.all([released, copied]);

    expect([clipboard.text, store.state().clipboard.kind]).toEqual(['second', 'token']);
  });

  test('is cleared a little later where the clipboard could not be looked at, which is noted once', async () => {
    const { store, clock, clipboard, stage, minted, log } = copying();
    await stage.copy(minted('secret'));
    const { clearSecret } = clipboard;
    clipboard.clearSecret = () => Promise.reject(new Error('another program holds it'));
    clock.advance(20_000);
    await settle();
    clock.advance(2_000);
    await settle();
    const before = [clipboard.text, store.state().clipboard.kind];
    clipboard.clearSecret = clearSecret;
    clock.advance(2_000);
    await settle();

    expect([before, clipboard.text, store.state().clipboard.kind, log.lines]).toEqual([
      ['secret', 'token'],
      '',
      'none',
      [expect.stringMatching(/^the clipboard could not be cleared/)],
    ]);
  });

  test('that histories could not be told to leave out is said to be so', async () => {
    const { store, clipboard, stage, minted } = copying();
    const { writeSecret } = clipboard;
    clipboard.writeSecret = async (text) => {
      await writeSecret(text);
      return false;
    };
    await stage.copy(minted('secret'));

    expect(store.state().background.marksSecrets).toBe(false);
  });

  test('leaves after a sleep in which its time ended, and so do the variables of a grant', async () => {
    const { clock, clipboard, stage, minted } = copying();
    const left: string[] = [];
    const snippet: SecretToCopy = {
      ...minted('variables'),
      hold: (clearsAt) => ({ kind: 'snippet', grantId: 'g', clearsAt }),
    };
    for (const secret of [minted('secret'), snippet]) {
      await stage.copy(secret);
      clock.sleep(30_000);
      await stage.releaseIfDue();
      left.push(clipboard.text);
    }

    expect(left).toEqual(['', '']);
  });

  test('is cleared at once when released, and leaves no timer', async () => {
    const { store, clock, clipboard, stage, minted } = copying();
    await stage.copy(minted('secret'));
    await stage.release();

    expect([clipboard.text, store.state().clipboard, clock.waiting()]).toEqual([
      '',
      { kind: 'none' },
      0,
    ]);
  });

  test('released twice, or never copied, touches nothing', async () => {
    const { store, clipboard, stage, minted } = copying();
    await stage.release();
    await stage.copy(minted('secret'));
    await stage.release();
    const before = store.state();
    await stage.release();

    expect([clipboard.deeds, store.state()]).toEqual([['write secret secret', 'clear'], before]);
  });
});
