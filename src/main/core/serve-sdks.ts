import type { Asker } from '../../shared/app-state.ts';
import type { Grant } from '../../shared/grant.ts';
import { coveredAudience } from '../../shared/grant.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { Grants, Identified } from './grants.ts';
import type { Recorder } from './hand-out.ts';
import { nobodyWaits, recordHandOut } from './hand-out.ts';
import { lockedProblem } from './lock.ts';
import type { Minted, Minting } from './mint-token.ts';
import type { Secret } from './secret.ts';
import { isTooShort, tooShort } from './token-life.ts';

/** The program that asks, as far as the platform tells. */
export type Caller = Pick<Asker, 'program' | 'pid'>;

/** A program's request at the SDK endpoint, once its grant is known. */
export interface EndpointAsk {
  readonly resource: string;
  /** The identity that the program was told to use, if any. */
  readonly clientId?: string;
  /** Whether the program says that this token is no good any more. */
  readonly isRefused: (token: Secret) => boolean;
  /** Looked for while the token is minted. */
  readonly caller: Promise<Caller>;
  /** Whether the program still waits; one that has gone gets no token. */
  readonly isThere: () => boolean;
}

/** What the SDK endpoint asks of the core. */
export interface EndpointService {
  identify(shown: string): Identified;
  /** Mints within the grant and records it. */
  issue(grant: Grant, ask: EndpointAsk): Promise<Result<Minted>>;
  /** The application that a token was issued to. */
  clientIdOf(minted: Minted): string;
}

export interface ServeDeps extends Recorder {
  readonly grants: Pick<Grants, 'identify'>;
  readonly mintAt: Minting['mintAt'];
}

/** Milliseconds for which a program waits until a person agrees, where a production context asks for that; SDKs wait longer. */
const confirmPatience = 30_000;

/** What programs get through the SDK endpoint: tokens of a grant's account and tenant, for what the grant covers. */
export function serveSdks(deps: ServeDeps): EndpointService {
  const { store, clock, grants, mintAt } = deps;

  const issue = async (grant: Grant, ask: EndpointAsk): Promise<Result<Minted>> => {
    const { accounts, clouds, lock } = store.state();
    if (lock.kind === 'locked') return fail(lockedProblem);
    const account = accounts.find(({ key }) => key === grant.accountKey);
    const cloud = account && cloudNamed(clouds.known, account.cloud);
    if (!account || !cloud) return fail(revoked(grant));
    const audience = coveredAudience(grant.audiences, ask.resource, cloud);
    if (!audience) return fail(notCovered(grant, ask.resource));
    if (account.kind === 'service-principal') {
      const { clientId = account.username } = ask;
      if (clientId.toLowerCase() !== account.username.toLowerCase()) {
        return fail(anotherIdentity(grant, account.username));
      }
    }
    const asker = ask.caller.then(
      (caller) => ({ surface: 'sdk-endpoint', grant: grant.name, ...caller }) as const,
    );
    const minting = mintAt({ ...grant, account }, audience, asker, {
      patience: confirmPatience,
      isRefused: (token) => isTooShort(token, clock) || ask.isRefused(token.secret),
    });
    const minted = await minting;
    if (!minted.ok) return minted;
    const handOut = { ...(await asker), act: 'issued' } as const;
    // Much may have happened while Entra ID was asked.
    if (!ask.isThere()) return fail(nobodyWaits);
    if (store.state().lock.kind === 'locked') return fail(lockedProblem);
    if (!store.state().grants.some(({ id }) => id === grant.id)) return fail(revoked(grant));
    if (isTooShort(minted.value.token, clock)) return fail(tooShort);
    recordHandOut(deps, minted.value, handOut, grant.id);
    return minted;
  };

  return {
    identify: (shown) => grants.identify(shown),
    issue,
    clientIdOf(minted) {
      const { accounts, clouds } = store.state();
      const account = accounts.find(({ key }) => key === minted.issued.accountKey);
      if (account?.kind === 'service-principal') return account.username;
      return cloudNamed(clouds.known, account?.cloud ?? clouds.current)?.clientId ?? '';
    },
  };
}

const notCovered = ({ name }: Grant, resource: string): Problem => ({
  kind: 'forbidden',
  message: `The grant '${name}' does not cover ${resource}. Make one that does: in the window under SDK endpoint, or with --audience ${resource}.`,
});

const anotherIdentity = ({ name }: Grant, clientId: string): Problem => ({
  kind: 'invalid-input',
  message: `The grant '${name}' is for the service principal ${clientId}, and another client_id was asked for.`,
});

const revoked = ({ name }: Grant): Problem => ({
  kind: 'forbidden',
  message: `The grant '${name}' was revoked.`,
});
