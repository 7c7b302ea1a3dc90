import { describe, expect, test } from 'vitest';
import type { AppState, VaultStatus } from '../../../src/shared/app-state.ts';
import type { Result } from '../../../src/shared/problem.ts';
import type { AccessToken } from '../../../src/main/core/ports/azure.ts';
import { succeed } from '../../../src/shared/problem.ts';
import { alice, aliceSignedIn, storeWith, tenantOf } from './examples.ts';
import { byKeyring, createFakeGuardians } from './fake-guardians.ts';
import { createFakeVault, settle, tokenFor } from './fakes.ts';
import { createProduct } from './product.ts';

const target = { kind: 'tenant', tenantKey: tenantOf(alice, 'red').key } as const;
const audience = { kind: 'known', id: 'graph' } as const;

const product = (vaultStatus: VaultStatus, slices: Partial<AppState>) =>
  createProduct({
    store: storeWith({ vault: vaultStatus, ...slices }),
    guardians: createFakeGuardians(vaultStatus),
    vault: createFakeVault({ accounts: { version: 1, accounts: [alice] } }),
  });

describe('while the app is locked', () => {
  test('a copied token is gone from the clipboard, and its handle opens nothing afterwards', async () => {
    const { run, clipboard, store } = product(byKeyring, aliceSignedIn);
    const issued = await run('issue-token', { target, audience });
    const tokenId = issued.ok ? issued.value.id : '';
    await run('copy-token', { tokenId });
    const before = clipboard.text;
    await run('lock', {});
    const after = clipboard.text;
    const locked = await run('reveal-token', { tokenId });
    await run('unlock', {});
    const later = await run('reveal-token', { tokenId });

    expect([before, after]).toEqual(['token-1', '']);
    expect([locked, later].map((one) => (one.ok ? 'ok' : one.problem.kind))).toEqual([
      'locked',
      'expired',
    ]);
    expect(store.state().token.kind).toBe('none');
  });

  test('a token that is on its way is not handed out, and the window says nothing of it later', async () => {
    const { run, core, store, identity, clock } = product(byKeyring, aliceSignedIn);
    const { promise, resolve } = Promise.withResolvers<Result<AccessToken>>();
    identity.issue = () => promise;
    const asking = [
      core.handOut(target, audience, { surface: 'cli' }),
      run('issue-token', { target, audience }),
    ];
    await settle();
    await run('lock', {});
    const [ask] = identity.asks;
    if (ask) resolve(succeed(tokenFor(ask, clock, 'late')));
    const answers = await Promise.all(asking);

    expect(answers.map((one) => (one.ok ? 'ok' : one.problem.kind))).toEqual(['locked', 'locked']);
    expect(JSON.stringify(answers)).not.toContain('late');
    expect(store.state().token).toEqual({ kind: 'none' });
  });

  test('no token is asked for, and no list is begun', async () => {
    const { run, core, identity, directory, clock } = product(byKeyring, aliceSignedIn);
    await core.start();
    await run('lock', {});
    const handed = await core.handOut(target, audience, { surface: 'sdk-endpoint' });
    clock.advance(60 * 60_000);
    await settle();

    expect([handed.ok, identity.asks, directory.tenantsAsked]).toEqual([false, [], []]);
    await core.stop();
    expect(clock.waiting()).toBe(0);
  });

  test('a sign-in under way is given up', async () => {
    const { run, store, identity } = product(byKeyring, {});
    const signingIn = run('sign-in', { method: 'interactive' });
    await settle();
    await run('lock', {});

    expect([(await signingIn).ok, identity.signIns.length, store.state().signIn.kind]).toEqual([
      false,
      1,
      'idle',
    ]);
  });
});

test('a vault that waits for its passphrase is read once it is open, not before', async () => {
  const lock = { kind: 'locked', means: ['passphrase'], why: 'start' } as const;
  const { run, core, store, guardians } = product({ kind: 'locked' }, { lock });
  guardians.passphrase = 'correct horse';
  await core.start();
  const before = store.state().accounts;
  await run('unlock', { passphrase: 'correct horse' });

  expect([before, store.state().accounts, store.state().lock.kind]).toEqual([[], [alice], 'open']);
});

test('a passphrase is set once sessions and lists are handed to the vault', async () => {
  const { run, identity, vault } = product({ kind: 'memory', reason: 'A test.' }, {});
  await run('set-passphrase', { passphrase: 'correct horse' });

  expect([identity.flushes, vault.writes]).toEqual([1, []]);
});
