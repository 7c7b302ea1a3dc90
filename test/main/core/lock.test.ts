import { describe, expect, test } from 'vitest';
import type { ProtectionDeps } from '../../../src/main/core/protection.ts';
import { createProtection } from '../../../src/main/core/protection.ts';
import type { AppState, VaultStatus } from '../../../src/shared/app-state.ts';
import { fail } from '../../../src/shared/problem.ts';
import { alice, aliceSignedIn, storeWith } from './examples.ts';
import { byKeyring, createFakeGuardians } from './fake-guardians.ts';
import { createFakeClock, settle } from './fakes.ts';

const memory: VaultStatus = { kind: 'memory', reason: 'A test.' };

function protectedBy(
  vault: VaultStatus,
  slices: Partial<AppState> = {},
  parts: Partial<ProtectionDeps> = {},
) {
  const guardians = createFakeGuardians(vault);
  const clock = createFakeClock();
  const store = storeWith({ ...aliceSignedIn, vault, ...slices });
  const deeds: string[] = [];
  const note = (deed: string) => async (): Promise<void> => void deeds.push(deed);
  const protection = createProtection({
    ...guardians,
    store,
    clock,
    signOutAll: note('signed out'),
    letGo: note('let go'),
    written: note('written'),
    vaultOpened: note('vault opened'),
    failed: (why, problem) => void deeds.push(`${why}: ${problem}`),
    ...parts,
  });
  protection.start();
  const { commands } = protection;
  return {
    ...{ guardians, clock, store, deeds, protection, commands },
    lock: () => store.state().lock,
    run: <N extends keyof typeof commands>(name: N, input: Parameters<(typeof commands)[N]>[0]) =>
      commands[name](input as never, 'window'),
  };
}

const closed: Partial<AppState> = {
  lock: { kind: 'locked', means: ['passphrase'], why: 'start' },
};

describe('locking', () => {
  test('lets go of everything, is remembered, and refuses what is not about the lock', async () => {
    const { run, lock, deeds, guardians, protection } = protectedBy(byKeyring);
    const before = protection.refuse('issue-token');
    await run('lock', {});
    const refused = (
      [
        'issue-token',
        'copy-token',
        'reveal-token',
        'read-claims',
        'sign-in',
        'change-settings',
        'change-passphrase',
        'forget-passphrase',
        'read-secret-places',
        'unlock',
        'wipe',
      ] as const
    ).map((name) => protection.refuse(name)?.kind);

    expect([before, lock(), deeds, guardians.marked, refused]).toEqual([
      undefined,
      { kind: 'locked', means: ['keyring'], why: 'asked' },
      ['let go'],
      true,
      [...Array.from({ length: 9 }, () => 'locked'), undefined, undefined],
    ]);
  });

  test('is refused where nothing could open it again', async () => {
    const { run, lock, deeds } = protectedBy(memory);
    const done = await run('lock', {});

    expect([done, lock(), deeds]).toEqual([
      {
        ok: false,
        problem: {
          kind: 'vault',
          message:
            'Nothing could unlock Azimuth again: this system has no keyring. Protect it with a passphrase first.',
        },
      },
      { kind: 'open', means: [] },
      [],
    ]);
  });

  test.each([
    ['screen', 'screen'],
    ['suspend', 'suspend'],
  ] as const)('happens with %s only when that is switched on', async (event, why) => {
    const { guardians, store, lock } = protectedBy(byKeyring);
    guardians.leave(event);
    await settle();
    const before = lock().kind;
    const { settings } = store.state();
    store.apply({ kind: 'settings-changed', settings: { ...settings, lockWithScreen: true } });
    guardians.leave(event);
    await settle();

    expect([before, lock()]).toEqual(['open', { kind: 'locked', means: ['keyring'], why }]);
  });

  test('happens after minutes without a key or a mouse, and there is no timer where it is off', async () => {
    const { guardians, clock, store, lock, protection } = protectedBy(byKeyring);
    const timers = [clock.waiting()];
    const { settings } = store.state();
    store.apply({ kind: 'settings-changed', settings: { ...settings, lockAfterMinutes: 2 } });
    guardians.idleSeconds = 119;
    clock.advance(60_000);
    await settle();
    const before = lock().kind;
    guardians.idleSeconds = 120;
    clock.advance(5_000);
    await settle();
    timers.push(clock.waiting());
    protection.stop();
    timers.push(clock.waiting());

    expect([before, lock(), timers]).toEqual([
      'open',
      { kind: 'locked', means: ['keyring'], why: 'idle' },
      [0, 1, 0],
    ]);
  });

  test('that nobody asked for by hand and that fails is noted, and leaves no token behind', async () => {
    const { guardians, store, deeds } = protectedBy(memory);
    const { settings } = store.state();
    store.apply({ kind: 'settings-changed', settings: { ...settings, lockWithScreen: true } });
    guardians.leave('suspend');
    await settle();

    expect(deeds).toEqual(['let go', expect.stringMatching(/^suspend: Nothing could unlock/)]);
  });

  test('that nobody asked for by hand locks also where something does not let go, and notes that', async () => {
    const letGo = () => Promise.reject(new Error('it holds on'));
    const { guardians, store, lock, deeds } = protectedBy(byKeyring, {}, { letGo });
    const { settings } = store.state();
    store.apply({ kind: 'settings-changed', settings: { ...settings, lockWithScreen: true } });
    guardians.leave('screen');
    await settle();

    expect([lock().kind, deeds]).toEqual(['locked', ['screen: Error: it holds on']]);
  });
});

describe('unlocking', () => {
  test('asks the keyring where there is nothing better', async () => {
    const { run, lock, guardians } = protectedBy(byKeyring);
    await run('lock', {});
    guardians.keyringOpen = false;
    const refused = await run('unlock', {});
    guardians.keyringOpen = true;
    await run('unlock', {});

    expect([refused, lock(), guardians.marked]).toEqual([
      {
        ok: false,
        problem: {
          kind: 'locked',
          message:
            'The system did not open the key of the vault. Unlock your keyring and try again.',
        },
      },
      { kind: 'open', means: ['keyring'] },
      false,
    ]);
  });

  test('waits for no disk: the mark of the lock goes once the app is open', async () => {
    const { run, lock, guardians } = protectedBy(byKeyring);
    await run('lock', {});
    guardians.mark.put = () => new Promise<never>(() => {});
    void run('unlock', {});
    await settle();

    expect(lock().kind).toBe('open');
  });

  test('asks for a finger where one can be had, and then not the keyring', async () => {
    const { run, lock, guardians } = protectedBy(byKeyring);
    guardians.finger = 'wrong';
    await run('lock', {});
    const locked = lock();
    const refused = await run('unlock', {});
    guardians.finger = 'right';
    await run('unlock', {});

    expect([locked, refused.ok, lock().kind]).toEqual([
      { kind: 'locked', means: ['touch-id'], why: 'asked' },
      false,
      'open',
    ]);
  });

  test('asks for the passphrase where one is set; the keyring is no way around it', async () => {
    const { run, lock, guardians } = protectedBy(memory);
    await run('set-passphrase', { passphrase: 'correct horse' });
    await run('lock', {});
    const locked = lock();
    const around = await run('unlock', {});
    const wrong = await run('unlock', { passphrase: 'battery staple' });
    const stillLocked = lock().kind;
    await run('unlock', { passphrase: 'correct horse' });

    expect([locked, around.ok, wrong, stillLocked, lock().kind, guardians.marked]).toEqual([
      { kind: 'locked', means: ['passphrase'], why: 'asked' },
      false,
      {
        ok: false,
        problem: {
          kind: 'wrong-passphrase',
          message: 'This is not the passphrase that the vault was sealed with.',
        },
      },
      'locked',
      'open',
      false,
    ]);
  });

  test('shows what a sealed vault remembers before it shows that it is open', async () => {
    const { run, store, deeds, guardians } = protectedBy({ kind: 'locked' }, closed);
    guardians.passphrase = 'correct horse';
    const order: string[] = [];
    store.subscribe(({ changed }) => order.push(`${Object.keys(changed).join()} ${deeds.join()}`));
    await run('unlock', { passphrase: 'correct horse' });

    expect([order, store.state().vault]).toEqual([
      ['vault ', 'lock vault opened'],
      { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
    ]);
  });

  test('takes longer after each wrong passphrase from the third on, and says how long', async () => {
    const { run, lock, clock, guardians } = protectedBy({ kind: 'locked' }, closed);
    guardians.passphrase = 'correct horse';
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      await run('unlock', { passphrase: 'wrong' });
      const now = lock();
      const wait = now.kind === 'locked' && now.retryAt ? now.retryAt - clock.now() : 0;
      waits.push(wait / 1_000);
      if (tries < 11) clock.advance(wait);
    }
    const early = await run('unlock', { passphrase: 'correct horse' });
    const asked = guardians.deeds.length;
    clock.advance(300_000);
    const right = await run('unlock', { passphrase: 'correct horse' });

    expect([waits, early, asked, right.ok]).toEqual([
      [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300],
      {
        ok: false,
        problem: {
          kind: 'wrong-passphrase',
          message: 'There were too many wrong tries. Wait 5 min, then try again.',
        },
      },
      12,
      true,
    ]);
  });

  test('listens again after five minutes at most, also where the clock is set back meanwhile', async () => {
    const { run, lock, clock, guardians } = protectedBy({ kind: 'locked' }, closed);
    guardians.passphrase = 'correct horse';
    for (let tries = 0; tries < 5; tries += 1) {
      await run('unlock', { passphrase: 'wrong' });
      if (tries < 4) clock.advance(300_000);
    }
    clock.setBack(24 * 60 * 60_000);
    const early = await run('unlock', { passphrase: 'correct horse' });
    clock.advance(300_000);
    const shown = lock();
    const right = await run('unlock', { passphrase: 'correct horse' });

    expect([early.ok || early.problem.message, shown, right.ok]).toEqual([
      'There were too many wrong tries. Wait 5 min, then try again.',
      { kind: 'locked', means: ['passphrase'], why: 'start' },
      true,
    ]);
  });

  test('listens to one passphrase after the other, however many come at once', async () => {
    const { run, guardians } = protectedBy({ kind: 'locked' }, closed);
    guardians.passphrase = 'correct horse';
    await Promise.all(Array.from({ length: 9 }, () => run('unlock', { passphrase: 'wrong' })));

    expect(guardians.deeds).toHaveLength(3);
  });
});

describe('a passphrase', () => {
  test('is set once the vault has heard everything there is to keep', async () => {
    const { run, store, deeds } = protectedBy(memory);
    await run('set-passphrase', { passphrase: 'correct horse' });

    expect([deeds, store.state().vault, store.state().lock]).toEqual([
      ['written'],
      { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
      { kind: 'open', means: ['passphrase'] },
    ]);
    expect(JSON.stringify(store.state())).not.toContain('correct horse');
  });

  test('is changed by who knows it; guessing is slowed as at the lock', async () => {
    const { run, guardians } = protectedBy(memory);
    await run('set-passphrase', { passphrase: 'correct horse' });
    const input = { current: 'wrong one', passphrase: 'battery staple' };
    const tries = [];
    for (let count = 0; count < 4; count += 1) tries.push(await run('change-passphrase', input));

    expect([
      tries.map((one) => (one.ok ? 'done' : one.problem.message)),
      guardians.passphrase,
    ]).toEqual([
      [
        ...Array.from(
          { length: 3 },
          () => 'This is not the passphrase that the vault was sealed with.',
        ),
        'There were too many wrong tries. Wait 1 s, then try again.',
      ],
      'correct horse',
    ]);
  });

  test('that is forgotten leaves memory only, and who is signed in', async () => {
    const { run, store, guardians } = protectedBy(memory);
    const nothing = await run('forget-passphrase', {});
    await run('set-passphrase', { passphrase: 'correct horse' });
    const done = await run('forget-passphrase', {});

    expect([nothing.ok, done.ok, guardians.deeds, store.state().vault.kind]).toEqual([
      false,
      true,
      ['forget'],
      'memory',
    ]);
    expect([store.state().accounts, store.state().lock]).toEqual([
      aliceSignedIn.accounts,
      { kind: 'open', means: [] },
    ]);
  });

  test('that can not be forgotten just now stays, and says why', async () => {
    const { run, guardians, store } = protectedBy(memory);
    await run('set-passphrase', { passphrase: 'correct horse' });
    const refusal = fail({ kind: 'vault', message: 'The keyring is locked.' });
    guardians.keeper.forgetPassphrase = async () => refusal;

    expect([await run('forget-passphrase', {}), store.state().vault]).toEqual([
      refusal,
      { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
    ]);
  });

  test('whose files can not all be removed says which stay', async () => {
    const { run, guardians } = protectedBy(memory);
    await run('set-passphrase', { passphrase: 'correct horse' });
    guardians.left = ['accounts.vault'];

    expect(await run('forget-passphrase', {})).toEqual({
      ok: false,
      problem: {
        kind: 'vault',
        message:
          'The passphrase is no longer used, but these files could not be removed: accounts.vault. Remove them yourself.',
      },
    });
  });
});

describe('a wipe', () => {
  test('signs out, forgets, removes, opens the lock, and says what was found and what stays', async () => {
    const { run, store, deeds, guardians } = protectedBy({ kind: 'locked' }, closed);
    const done = await run('wipe', { settings: true });
    const { accounts, notices, lock, vault, about } = store.state();

    expect([done.ok, deeds, guardians.deeds]).toEqual([
      true,
      ['let go', 'signed out', 'written'],
      ['wipe with settings'],
    ]);
    expect({ accounts, notices, lock, vault, restored: about.restored }).toEqual({
      accounts: [],
      notices: [
        {
          id: 'wiped',
          tone: 'info',
          message:
            'Everything is signed out. 7 files of Azimuth were removed, and a second look found none left.',
          detail: expect.stringContaining('https://myaccount.microsoft.com') as string,
        },
      ],
      lock: { kind: 'open', means: [] },
      vault: memory,
      restored: true,
    });
  });

  test('that leaves a file behind says which', async () => {
    const { run, guardians, store } = protectedBy(byKeyring);
    guardians.left = ['logs/azimuth.log'];
    const done = await run('wipe', { settings: false });

    const message =
      'Everything is signed out, but these files could not be removed: logs/azimuth.log. Remove them yourself.';
    expect(done).toEqual({ ok: false, problem: { kind: 'vault', message } });
    expect(store.state().notices).toMatchObject([{ tone: 'warning', message }]);
  });

  test('holds every write back until somebody is there again', async () => {
    const { store, guardians } = protectedBy(byKeyring, { accounts: [] });
    store.apply({ kind: 'account-signed-in', account: alice });

    expect(guardians.deeds).toEqual(['resume']);
  });
});
