import { describe, expect, it } from 'vitest';
import type { BrowserChoice } from '../../src/shared/sign-in.ts';
import { announcement } from '../../src/renderer/state/announcement.ts';
import { createAppStore } from '../../src/renderer/state/app-store.ts';
import type { Snapshot, Update } from '../../src/shared/contract.ts';
import { states } from './states.ts';

type Listener = (message: Snapshot | Update) => void;

/** A watch that says only what a test has it say. */
function createWatch() {
  const listeners: Listener[] = [];
  const stopped: Listener[] = [];
  return {
    listeners,
    stopped,
    watch: (listener: Listener) => {
      listeners.push(listener);
      return () => void stopped.push(listener);
    },
    say: (message: Snapshot | Update) => listeners.at(-1)?.(message),
  };
}

const first = { revision: 5, state: states.signedIn() };
const none = { kind: 'none' } as const;

describe('the window’s copy of the state', () => {
  it('changes only the slices that came, so that readers of others stay still', () => {
    const main = createWatch();
    const store = createAppStore(main);
    let calls = 0;
    store.subscribe(() => (calls += 1));
    main.say(first);
    main.say({ from: 5, revision: 6, changed: { selection: {} } });
    expect({
      calls,
      selection: store.read()?.selection,
      same: store.read()?.tenants === first.state.tenants,
    }).toEqual({ calls: 2, selection: {}, same: true });
  });

  it('ignores what is older than it', () => {
    const main = createWatch();
    const store = createAppStore(main);
    main.say({ from: 4, revision: 5, changed: { selection: {} } });
    main.say(first);
    main.say({ from: 4, revision: 5, changed: { selection: {} } });
    expect([store.read(), main.listeners.length]).toEqual([first.state, 1]);
  });

  it('asks again after a gap, once, and takes nothing but the snapshot then', () => {
    const main = createWatch();
    const store = createAppStore(main);
    main.say(first);
    main.say({ from: 6, revision: 7, changed: { clipboard: none } });
    main.say({ from: 7, revision: 8, changed: { accounts: [] } });
    const waiting = store.read();
    const next = { revision: 8, state: states.firstRun() };
    main.say(next);
    expect({
      waiting: waiting === first.state,
      now: store.read() === next.state,
      watches: main.listeners.length,
      stopped: main.stopped.length,
    }).toEqual({ waiting: true, now: true, watches: 2, stopped: 1 });
  });

  it('keeps an update that overtook its snapshot', () => {
    const main = createWatch();
    const store = createAppStore(main);
    main.say({ from: 5, revision: 6, changed: { selection: {} } });
    main.say(first);
    main.say({ from: 6, revision: 7, changed: { clipboard: none } });
    expect([store.read()?.selection, store.read()?.clipboard, main.listeners.length]).toEqual([
      {},
      none,
      1,
    ]);
  });

  it('does not go back to a snapshot that comes late', () => {
    const main = createWatch();
    const store = createAppStore(main);
    main.say(first);
    main.say({ from: 5, revision: 6, changed: { selection: {} } });
    main.say(first);
    expect(store.read()?.selection).toEqual({});
  });

  it('tells no reader who left', () => {
    const main = createWatch();
    const store = createAppStore(main);
    let calls = 0;
    store.subscribe(() => (calls += 1))();
    main.say(first);
    expect(calls).toBe(0);
  });
});

describe('an announcement', () => {
  it('is made for what a person waits for, and for nothing else', () => {
    const signedIn = states.signedIn();
    const issued = states.tokenIssued();
    const after = (changed: Partial<typeof signedIn>) =>
      announcement(signedIn, { ...signedIn, ...changed });
    const browser = (choice: BrowserChoice) => {
      const signIn = states.firstRunBrowser().signIn;
      if (signIn.kind !== 'browser') throw new Error('no browser step');
      return after({ signIn: { ...signIn, browser: choice } });
    };
    expect({
      browser: browser('default'),
      privateWindow: browser('private'),
      link: browser('copy'),
      code: after({ signIn: states.code().signIn }),
      failed: after({ signIn: states.failed().signIn }),
      signedIn: announcement(states.firstRunCode(), signedIn),
      cancelled: announcement(states.firstRunCode(), states.firstRun()),
      discovered: announcement(states.discovering(), signedIn),
      copied: after({ clipboard: issued.clipboard }),
      token: after({ token: issued.token }),
      noToken: after({ token: states.tokenFailed().token }),
      theme: after({ settings: { ...signedIn.settings, theme: 'dark' } }),
      moved: after({ accounts: signedIn.accounts.toReversed() }),
      signedOut: after({ accounts: signedIn.accounts.slice(1) }),
    }).toEqual({
      browser: 'Your browser is open. Sign in there.',
      privateWindow: 'A private window of your browser is open. Sign in there.',
      link: 'Your sign-in link is ready to be copied. Nothing has been opened.',
      code: 'Your code is C X P 4 G K D T N.',
      failed:
        'Sign-in did not work. This account is not known in northwind.example. Ask to be invited, or use another.',
      signedIn: 'Signed in as alice@contoso.example.',
      cancelled: undefined,
      discovered: 'List updated: 11 subscriptions in 6 tenants.',
      copied: 'Token copied to the clipboard.',
      token: 'Token ready.',
      noToken: 'No token. Your organisation has to approve this service first.',
      theme: undefined,
      moved: 'The accounts are in another order.',
      signedOut: undefined,
    });
  });
});
