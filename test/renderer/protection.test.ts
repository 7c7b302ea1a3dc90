import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLockShortcut, lockKeys } from '../../src/renderer/protection/lock-keys.ts';
import { passphraseErrors } from '../../src/renderer/protection/passphrase-errors.ts';
import { secretRows } from '../../src/renderer/protection/secret-rows.ts';
import type { SecretsReport } from '../../src/shared/secret-places.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

describe('a locked window', () => {
  it('sends the passphrase once, and keeps nothing of it', async () => {
    const page = await stage.open('lockedWithPassphrase');
    await page.evaluate(() =>
      window.fake.answer('unlock', {
        ok: false,
        problem: { kind: 'wrong-passphrase', message: 'This is not the passphrase.' },
      }),
    );
    await page.keyboard.type('correct horse ');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the passphrase.').waitFor();

    expect(await sentBy(page)).toEqual([
      { name: 'unlock', input: { passphrase: 'correct horse ' } },
    ]);
    expect(await page.getByRole('textbox', { name: 'Passphrase' }).inputValue()).toBe('');
  });

  it('waits after wrong tries as long as main says', async () => {
    const page = await stage.open('lockedAfterWrongTries');
    await page.getByText(/You can try again in 1:0/).waitFor();

    expect(await page.getByRole('button', { name: 'Unlock' }).isDisabled()).toBe(true);
  });

  it.each([
    ['lockedWithTouchId', 'Unlock with Touch ID'],
    ['lockedWithKeyring', 'Unlock'],
  ] as const)('asks the system first in %s', async (state, name) => {
    const page = await stage.open(state);
    await page.keyboard.press('Enter');

    expect(await page.getByRole('button', { name, exact: true }).first().textContent()).toBe(name);
    expect(await sentBy(page)).toEqual([{ name: 'unlock', input: {} }]);
  });

  it('is not locked again by the shortcut; an open one is', async () => {
    const locked = await stage.open('lockedWithKeyring');
    await locked.keyboard.press('Control+l');
    const before = await sentBy(locked);
    const open = await stage.open('signedIn');
    await open.keyboard.press('Control+l');

    expect([before, await sentBy(open)]).toEqual([[], [{ name: 'lock', input: {} }]]);
  });

  it('says so to a screen reader, and nothing of the list that went away', async () => {
    const page = await stage.open('discovering');
    await page.evaluate(() => {
      const { settings } = window.fake.state();
      window.fake.change({ ...window.states.lockedWithKeyring(), settings });
    });
    const region = page.getByRole('status', { name: 'Announcements' });
    await page.getByRole('heading', { name: 'Azimuth is locked' }).waitFor();

    expect(await region.textContent()).toBe('Azimuth is locked.');
  });
});

describe('the window without a keyring', () => {
  it('offers a passphrase at the badge, and no lock', async () => {
    const page = await stage.open('memoryOnly');
    const locks = await page.getByRole('button', { name: 'Lock', exact: true }).count();
    await page.getByRole('button', { name: 'Memory only' }).click();
    await page.getByRole('button', { name: 'Protect with a passphrase…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'New passphrase' }).fill('correct horse');
    await dialog.getByRole('textbox', { name: 'The same again' }).fill('correct horse');
    await dialog.getByRole('button', { name: 'Protect' }).click();
    await dialog.waitFor({ state: 'hidden' });

    expect([locks, await sentBy(page)]).toEqual([
      0,
      [{ name: 'set-passphrase', input: { passphrase: 'correct horse' } }],
    ]);
  });
});

describe('the keys that lock', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
  const linux = 'Mozilla/5.0 (X11; Linux x86_64)';
  const none = { key: 'l', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  it('are Ctrl+L, and Cmd+L on a Mac', () => {
    expect([
      isLockShortcut({ ...none, ctrlKey: true }, linux),
      isLockShortcut({ ...none, key: 'L', ctrlKey: true }, linux),
      isLockShortcut({ ...none, metaKey: true }, mac),
      lockKeys(linux),
      lockKeys(mac),
    ]).toEqual([true, true, true, 'Ctrl+L', '⌘L']);
  });

  it.each([
    [none, linux],
    [{ ...none, metaKey: true }, linux],
    [{ ...none, ctrlKey: true }, mac],
    [{ ...none, ctrlKey: true, shiftKey: true }, linux],
    [{ ...none, ctrlKey: true, altKey: true }, linux],
    [{ ...none, key: 'k', ctrlKey: true }, linux],
  ])('are not %j on %s', (pressed, userAgent) => {
    expect(isLockShortcut(pressed, userAgent)).toBe(false);
  });
});

describe('what is wrong with a passphrase', () => {
  it.each([
    [{ current: undefined, passphrase: 'eight888', again: 'eight888' }, {}],
    [
      { current: undefined, passphrase: 'seven77', again: '' },
      { passphrase: 'A passphrase has at least 8 characters.' },
    ],
    [
      { current: '', passphrase: 'eight888', again: 'eight889' },
      {
        current: 'Type the passphrase you have now.',
        again: 'The two passphrases are not the same.',
      },
    ],
    [
      { current: 'x', passphrase: 'x'.repeat(1_025), again: '' },
      { passphrase: 'A passphrase has at most 1,024 characters.' },
    ],
  ])('in %j is said at its field', (typed, errors) => {
    expect(passphraseErrors(typed)).toEqual(errors);
  });
});

describe('the table of secrets', () => {
  const report: SecretsReport = {
    folder: '/profile',
    places: [
      { kind: 'key', files: ['vault.key'] },
      { kind: 'accounts', files: ['accounts.vault', 'accounts.vault.previous'] },
      { kind: 'directory', files: [] },
      { kind: 'log', files: ['logs/azimuth.log'] },
    ],
  };

  it('tells of each file what it is, how many copies there are, and how it is kept', () => {
    const rows = secretRows(report, { kind: 'sealed', keeper: 'system', by: 'Keychain' });

    expect(rows).toEqual([
      { what: 'The key of the vault', where: 'vault.key', copies: 0, how: 'Sealed by Keychain' },
      {
        what: 'Accounts, and your default',
        where: 'accounts.vault',
        copies: 1,
        how: 'Encrypted with that key (AES-256-GCM)',
      },
      {
        what: 'Log',
        where: 'logs/azimuth.log',
        copies: 0,
        how: 'Readable; secrets are taken out before it is written',
      },
    ]);
  });

  it('tells who keeps the key', () => {
    const how = (vault: Parameters<typeof secretRows>[1]) =>
      secretRows(report, vault).find(({ where }) => where === 'vault.key')?.how;

    expect([
      how({ kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' }),
      how({ kind: 'memory', reason: 'Locked.' }),
    ]).toEqual([
      'Sealed with your passphrase (scrypt, AES-256-GCM)',
      'Sealed by a keyring that does not answer now',
    ]);
  });

  it('says first what is in memory only', () => {
    const [first] = secretRows({ ...report, places: [] }, { kind: 'memory', reason: 'None.' });

    expect(first).toMatchObject({ where: 'in memory', how: expect.stringContaining('gone') });
  });
});
