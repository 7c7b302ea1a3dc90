import type { ManagedIdentityIdParams } from '@azure/msal-node';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { cloudNamed } from '../../shared/cloud.ts';
import type { ManagedIdentityChoice } from '../../shared/managed-identity.ts';
import type { ManagedIdentityFacts } from '../../shared/model.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Identity, KnownClouds, TokenAsk } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import { unknownCloud } from '../core/unknown-cloud.ts';
import type { Mint } from './access-tokens.ts';
import { createAccessTokens } from './access-tokens.ts';
import { notDefaultScope } from './aadsts-application.ts';
import type { CheckedToken } from './checked-token.ts';
import { checkedToken } from './checked-token.ts';
import { withExchanges } from './exchange.ts';
import { findManagedIdentity } from './find-managed-identity.ts';
import { createMachineNetwork } from './machine-network.ts';
import { readMachineClaims } from './managed-identity-claims.ts';
import { translateManagedIdentityError } from './managed-identity-error.ts';
import { systemOptions } from './msal-options.ts';
import { resourceManagerScopes } from './scopes.ts';

/** The identities that Azure gives to the machine itself. */
export type ManagedIdentities = Pick<
  Identity,
  'findManagedIdentity' | 'signInManagedIdentity' | 'acquireToken' | 'forget'
>;

const prefix = 'managed-identity:';

export const isManagedIdentity = (homeAccountId: string): boolean =>
  homeAccountId.startsWith(prefix);

/** Nothing is stored here: the account says which identity was chosen, and the machine itself is the proof. */
export function createManagedIdentities(clouds: KnownClouds, clock: Clock): ManagedIdentities {
  const system = systemOptions(createMachineNetwork());

  const acquire = (
    facts: ManagedIdentityFacts,
    { tenantId, scopes, claims }: Omit<TokenAsk, 'account'>,
  ): Promise<Result<CheckedToken>> => {
    const [scope = '', ...others] = scopes;
    if (others.length > 0 || !scope.endsWith('/.default')) {
      const { kind, message } = notDefaultScope;
      return Promise.resolve(fail({ kind, message }));
    }
    const msal = new ManagedIdentityApplication({
      managedIdentityIdParams: idParams(facts.identity),
      system,
    });
    return withExchanges(
      async () => {
        const result = await msal.acquireToken({
          resource: scope,
          // Our own memory stands before MSAL's, which outlives a sign-out.
          forceRefresh: true,
          ...(claims === undefined ? {} : { claims }),
        });
        return checkedToken({ ...result, scopes: [...scopes] }, tenantId);
      },
      (error, last) => fail(translateManagedIdentityError(error, last, facts)),
    );
  };

  const mint: Mint = async ({ account, tenantId, ...ask }) => {
    if (!account.managedIdentity) return fail(notChosen);
    // The endpoint takes no tenant, and would answer for its own whichever is asked for.
    if (tenantId.toLowerCase() !== account.homeAccountId.split('.').at(-1)) return fail(ownTenant);
    return acquire(account.managedIdentity, { tenantId, ...ask });
  };

  const tokens = createAccessTokens(mint, clock);

  return {
    findManagedIdentity,
    async signInManagedIdentity({ cloud: name, identity }) {
      const cloud = cloudNamed(clouds(), name);
      if (!cloud) return fail(unknownCloud(name));
      const found = await findManagedIdentity();
      if (!found.ok) return found;
      const facts = { source: found.value.source, identity };
      const scopes = resourceManagerScopes(cloud);
      // Which tenant is the machine's, its token says.
      const proved = await acquire(facts, { tenantId: '', scopes });
      if (!proved.ok) return proved;
      const claims = readMachineClaims(proved.value.secret.reveal(), facts.source);
      if (!claims.ok) return claims;
      const { objectId, tenantId, clientId, displayName } = claims.value;
      const homeAccountId = `${prefix}${objectId}.${tenantId}`;
      tokens.forget({ cloud: name, homeAccountId });
      return succeed({
        cloud: cloud.name,
        homeAccountId,
        homeTenantId: tenantId,
        username: clientId,
        displayName,
        managedIdentity: facts,
      });
    },
    acquireToken: (ask) => tokens.acquire(ask),
    async forget({ cloud, homeAccountId }) {
      tokens.forget({ cloud, homeAccountId });
    },
  };
}

const notChosen = {
  kind: 'unknown-identity',
  message: 'It is not known any more which identity this was. Sign it in again.',
} as const;

const ownTenant = {
  kind: 'unknown-tenant',
  message: 'A managed identity gets tokens of its own tenant only.',
} as const;

function idParams(identity: ManagedIdentityChoice): ManagedIdentityIdParams {
  switch (identity.kind) {
    case 'system-assigned':
      return {};
    case 'client-id':
      return { userAssignedClientId: identity.id };
    case 'object-id':
      return { userAssignedObjectId: identity.id };
    case 'resource-id':
      return { userAssignedResourceId: identity.id };
  }
}
