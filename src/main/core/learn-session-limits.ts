import { accountKeyOf } from '../../shared/model.ts';
import type { Identity } from './ports/azure.ts';
import type { Store } from './store.ts';

/** The same identity, whose refusals teach how old a sign-in may be in a tenant, whoever asked. */
export function learnSessionLimits(identity: Identity, store: Pick<Store, 'apply'>): Identity {
  return {
    ...identity,
    async acquireToken(ask) {
      const answer = await identity.acquireToken(ask);
      if (answer.ok || answer.problem.sessionAge === undefined) return answer;
      const { cloud, homeAccountId } = ask.account;
      store.apply({
        kind: 'session-limit-learned',
        accountKey: accountKeyOf(cloud, homeAccountId),
        limit: { tenantId: ask.tenantId, age: answer.problem.sessionAge },
      });
      return answer;
    },
  };
}
