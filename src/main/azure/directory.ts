import { setImmediate } from 'node:timers/promises';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { cloudNamed } from '../../shared/cloud.ts';
import type { Account } from '../../shared/model.ts';
import { isPersonalTenant } from '../../shared/personal-account.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { aimRemedy } from '../core/aim-remedy.ts';
import type {
  Directory,
  FoundSubscription,
  FoundTenant,
  Identity,
  KnownClouds,
} from '../core/ports/azure.ts';
import { unknownCloud } from '../core/unknown-cloud.ts';
import { translateArmError } from './arm-error.ts';
import { keepToOrigin } from './keep-to-origin.ts';
import { listedSubscriptions, listedTenants } from './listed.ts';
import { Refusal } from './refusal.ts';
import { resourceManagerScopes } from './scopes.ts';

/** What each account reaches, asked of Azure Resource Manager with that tenant's own token. */
export function createDirectory(
  clouds: KnownClouds,
  identity: Pick<Identity, 'acquireToken'>,
  httpClient: HttpClient,
): Directory {
  const credential = (
    account: Account,
    tenantId: string,
    scopes: readonly string[],
  ): TokenCredential => ({
    async getToken(_scopes, options: GetTokenOptions = {}) {
      const answer = await identity.acquireToken({
        account,
        tenantId,
        scopes,
        ...(options.claims === undefined ? {} : { claims: options.claims }),
      });
      if (!answer.ok) throw new Refusal(answer.problem);
      return { token: answer.value.secret.reveal(), expiresOnTimestamp: answer.value.expiresAt };
    },
  });

  const ask = async <T>(
    account: Account,
    tenantId: string,
    list: (client: SubscriptionClient) => Promise<T>,
  ): Promise<Result<T>> => {
    const cloud = cloudNamed(clouds(), account.cloud);
    if (!cloud) return fail(unknownCloud(account.cloud));
    const scopes = resourceManagerScopes(cloud);
    try {
      const client = new SubscriptionClient(credential(account, tenantId, scopes), {
        endpoint: cloud.resourceManager,
        credentials: { scopes },
        httpClient: keepToOrigin(cloud.resourceManager, httpClient),
        retryOptions: { maxRetries: 2, retryDelayInMs: 300 },
      });
      return succeed(await list(client));
    } catch (error) {
      return fail(aimRemedy(translateArmError(error, cloud.resourceManager), account, tenantId));
    }
  };

  return {
    tenants: (account, abortSignal, arrived) =>
      ask(account, account.homeTenantId, async (client) => {
        const found: FoundTenant[] = [];
        const handOn = async (page: readonly FoundTenant[]): Promise<void> => {
          await setImmediate();
          arrived?.(page);
        };
        const pages = client.tenants.list({ abortSignal }).byPage();
        let listed = await pages.next();
        while (!listed.done) {
          const page = listedTenants.parse(listed.value).filter(isWorkedIn);
          found.push(...page);
          // The next page is asked for before this one is set to work, which keeps this thread busy for a while.
          [listed] = await Promise.all([pages.next(), handOn(page)]);
        }
        return found;
      }),
    subscriptions: (account, tenantId, abortSignal) =>
      ask(account, tenantId, async (client) => {
        const found: FoundSubscription[] = [];
        for await (const page of client.subscriptions.list({ abortSignal }).byPage()) {
          found.push(...listedSubscriptions.parse(page));
        }
        return found;
      }),
  };
}

/** Should the stand-in for a personal account's home ever be listed, it is left out. */
const isWorkedIn = ({ tenantId }: FoundTenant): boolean => !isPersonalTenant(tenantId);
