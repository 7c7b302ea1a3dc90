import { needsAccount } from '../../shared/app-state.ts';
import { readLink } from '../../shared/link.ts';
import { succeed, fail } from '../../shared/problem.ts';
import type { Problem } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { LoginItem } from './ports/desktop.ts';
import { nobodySignedIn } from './nobody-signed-in.ts';
import type { Store } from './store.ts';

export interface BackgroundDeps {
  readonly store: Pick<Store, 'state' | 'apply'>;
  /** None where the system starts no programs for us. */
  readonly loginItem: LoginItem | undefined;
}

export interface BackgroundStage {
  readonly commands: Pick<
    CommandHandlers,
    | 'open-at-login'
    | 'show-page'
    | 'page-shown'
    | 'show-palette'
    | 'record-keys'
    | 'open-link'
    | 'close-link'
  >;
  /** What the system says of it: people change it there too. */
  readLoginItem(): Promise<void>;
}

/** Life without a window: who starts the app, and what its window is to show when it comes. */
export function createBackground({ store, loginItem }: BackgroundDeps): BackgroundStage {
  const readLoginItem = async (): Promise<void> => {
    if (!loginItem) return;
    const opensAtLogin = await loginItem.isOn();
    store.apply({ kind: 'background-changed', change: { opensAtLogin } });
  };

  return {
    readLoginItem,
    commands: {
      async 'open-at-login'({ on }) {
        if (!loginItem) return fail(notHere);
        await loginItem.set(on);
        await readLoginItem();
        return store.state().background.opensAtLogin === on ? succeed(null) : fail(notTaken);
      },
      async 'show-page'({ page }) {
        if (needsAccount(page) && store.state().accounts.length === 0) return fail(nobodySignedIn);
        store.apply({ kind: 'page-wanted', page });
        return succeed(null);
      },
      async 'page-shown'() {
        store.apply({ kind: 'page-wanted', page: undefined });
        return succeed(null);
      },
      async 'show-palette'({ shown }) {
        store.apply({ kind: 'palette-wanted', shown });
        return succeed(null);
      },
      async 'record-keys'({ recording }) {
        store.apply({ kind: 'background-changed', change: { recordingKeys: recording } });
        return succeed(null);
      },
      async 'open-link'({ address }) {
        const { wanted, lock } = store.state();
        // What the person is reading must not change under their hand. Behind a lock nobody reads.
        if (!wanted.link || lock.kind === 'locked')
          store.apply({ kind: 'link-wanted', link: readLink(address) });
        return succeed(null);
      },
      async 'close-link'() {
        store.apply({ kind: 'link-wanted', link: undefined });
        return succeed(null);
      },
    },
  };
}

const notHere: Problem = {
  kind: 'unexpected',
  message: 'This system can’t start Azimuth when you sign in to it.',
};

const notTaken: Problem = {
  kind: 'forbidden',
  message:
    'The system did not take the change. Allow Azimuth among the apps that open at login in the system’s settings.',
};
