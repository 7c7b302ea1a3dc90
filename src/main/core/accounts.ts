import type { Account } from '../../shared/model.ts';
import { succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import { done } from './commands.ts';
import type { Discovery } from './discover.ts';
import type { Identity } from './ports/azure.ts';
import type { SignInDeps, SignInStage } from './sign-in.ts';
import { createSignIn } from './sign-in.ts';
import { signInManagedIdentity } from './sign-in-managed-identity.ts';
import { signInServicePrincipal } from './sign-in-service-principal.ts';
import { signOut, signOutAll } from './sign-out.ts';

export interface AccountsDeps extends Omit<SignInDeps, 'identity' | 'signedIn'> {
  readonly identity: Identity;
  readonly discovery: Pick<Discovery, 'again' | 'stop'>;
  /** Drops tokens of the account that are still held for copying. */
  readonly forgetTokens: (accountKey: string) => Promise<void>;
  /** Resolves when the accounts as they are now are on disk; rejects when they can't be. */
  readonly remembered: () => Promise<void>;
}

type AccountCommands = Pick<
  CommandHandlers,
  | 'sign-in'
  | 'sign-in-service-principal'
  | 'find-managed-identity'
  | 'sign-in-managed-identity'
  | 'cancel-sign-in'
  | 'dismiss-sign-in'
  | 'copy-sign-in-link'
  | 'open-sign-in-page'
  | 'copy-user-code'
  | 'open-device-page'
  | 'sign-out'
  | 'sign-out-all'
>;

export interface Accounts {
  readonly commands: AccountCommands;
  readonly signingIn: Pick<SignInStage, 'cancel'>;
  signOutAll(): Promise<unknown>;
}

/** Every way in and out: of people, of applications and of this machine's own identities. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { identity, discovery, remembered } = deps;

  const signedIn = async (account: Account): Promise<void> => {
    // Signed in, if only until the end where the disk takes nothing.
    await remembered().catch(() => undefined);
    void discovery.again(account.key);
  };

  const signingIn = createSignIn({ ...deps, signedIn });
  const welcoming = { ...deps, signedIn };

  return {
    signingIn,
    signOutAll: () => signOutAll(deps),
    commands: {
      'sign-in': (ask) => signingIn.start(ask),
      'sign-in-service-principal': (input) => signInServicePrincipal(welcoming, input),
      'find-managed-identity': () => identity.findManagedIdentity(),
      'sign-in-managed-identity': (input) => signInManagedIdentity(welcoming, input),
      'cancel-sign-in': () => done(signingIn.cancel()),
      async 'dismiss-sign-in'() {
        signingIn.dismiss();
        return succeed(null);
      },
      'copy-sign-in-link': () => signingIn.copyLink(),
      'open-sign-in-page': () => signingIn.openPage(),
      'copy-user-code': () => signingIn.copyUserCode(),
      'open-device-page': () => signingIn.openDevicePage(),
      'sign-out': ({ accountKey }) => signOut(deps, accountKey),
      'sign-out-all': () => signOutAll(deps),
    },
  };
}
