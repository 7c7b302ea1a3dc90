import type { z } from 'zod';
import type { AppState } from '../../../shared/app-state.ts';
import type { Audience } from '../../../shared/audience.ts';
import { audienceScopes } from '../../../shared/audience.ts';
import type { Cloud } from '../../../shared/cloud.ts';
import { cloudNamed, currentCloud } from '../../../shared/cloud.ts';
import type { TokenTarget } from '../../../shared/token-ask.ts';
import { audienceSchema, tokenTargetSchema } from '../../../shared/token-ask.ts';
import type { Account } from '../../../shared/model.ts';
import { confirmedHandOut } from '../confirmed-hand-out.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { answer, command, failure } from '../command.ts';
import { ofAccount, subscriptionFor } from '../find-subscription.ts';
import type { Pointing } from '../pointing.ts';
import { resourceTypeAudience, resourceTypes } from '../resource-types.ts';
import { contextOption } from './context-option.ts';
import { subscriptionOption } from './subscription-option.ts';

export const getAccessToken = command({
  name: 'account get-access-token',
  az: true,
  summary: 'Get an access token for a service.',
  options: {
    context: contextOption,
    subscription: subscriptionOption,
    tenant: {
      kind: 'text',
      flags: ['--tenant', '-t'],
      help: 'Tenant ID or domain for which the token is acquired.',
    },
    resource: {
      kind: 'text',
      flags: ['--resource'],
      help: 'Resource (AAD v1.0) that the token is for.',
    },
    scope: {
      kind: 'texts',
      flags: ['--scope'],
      mayBeEmpty: true,
      help: 'Space-separated scopes (AAD v2.0). Default to Azure Resource Manager.',
    },
    resourceType: {
      kind: 'text',
      flags: ['--resource-type'],
      help: 'Type of well-known resource.',
      choices: resourceTypes,
    },
  },
  points: true,
  async run({ subscription, tenant, resource, scope, resourceType }, context) {
    if (subscription !== undefined && tenant !== undefined) {
      return failure('Please specify only one of subscription and tenant, not both');
    }
    const state = context.store.state();
    const aim = aimOf(state, context.pointing, subscription, tenant);
    if ('complaint' in aim) return failure(aim.complaint);
    const cloud = cloudOf(state, aim.accountKey);
    const usual = context.pointing.place?.context?.audience ?? armAudience;
    const audience = audienceOf(scope, resource, () =>
      resourceType === undefined ? usual : resourceTypeAudience(resourceType, cloud),
    );
    if (!audience) return failure(`The cloud '${cloud.name}' has no '${resourceType ?? ''}'.`);
    const checked = audienceSchema.safeParse(audience);
    if (!checked.success) return failure(sentence(checked.error));
    const target = tokenTargetSchema.safeParse(aim.target);
    if (!target.success) return failure(sentence(target.error));
    return handOut(context, checked.data, cloud, { ...aim, target: target.data });
  },
});

const sentence = (error: z.ZodError): string => error.issues[0]?.message ?? 'Invalid input';

const armAudience: Audience = { kind: 'known', id: 'resource-manager' };

/** Scope wins over resource, resource over resource type; one that is empty counts as none. */
function audienceOf(
  scopes: readonly string[],
  resource: string | undefined,
  otherwise: () => Audience | undefined,
): Audience | undefined {
  if (scopes.length > 0) return { kind: 'scopes', scopes };
  return resource ? { kind: 'resource', resource } : otherwise();
}

export interface Aim {
  readonly target: TokenTarget;
  readonly accountKey: string;
  /** The tenant in the words in which it was asked for. */
  readonly tenant: string;
  readonly subscriptionId?: string;
}

export function aimOf(
  state: AppState,
  pointing: Pointing,
  subscription: string | undefined,
  tenant: string | undefined,
): Aim | { readonly complaint: string } {
  if (tenant !== undefined && state.accounts.length > 0) {
    const aimed = tenantTarget(state, tenant, pointing);
    return 'complaint' in aimed ? aimed : { ...aimed, tenant };
  }
  const { place } = pointing;
  if (place && subscription === undefined) {
    const { target, accountKey, tenantId, subscriptionId } = place;
    const named = subscriptionId === undefined ? {} : { subscriptionId };
    return { target, accountKey, tenant: tenantId, ...named };
  }
  const found = subscriptionFor(state, subscription);
  if ('complaint' in found) return found;
  const { key: subscriptionKey, accountKey, tenantId, subscriptionId } = found.subscription;
  const target = { kind: 'subscription', subscriptionKey } as const;
  return { target, accountKey, tenant: tenantId, subscriptionId };
}

/**
 * The tenant of the list, as the account sees it where we point; else as another one does, or as that one may try. A token of
 * somebody else than was named is worse than none.
 */
function tenantTarget(
  state: AppState,
  tenant: string,
  pointing: Pointing,
): Pick<Aim, 'target' | 'accountKey'> | { readonly complaint: string } {
  const wanted = tenant.toLowerCase();
  const preferred = preferredAccount(state, pointing.place?.accountKey);
  const rows = state.tenants.filter(
    (one) => one.tenantId.toLowerCase() === wanted || one.defaultDomain.toLowerCase() === wanted,
  );
  const row = ofAccount(rows, preferred?.key);
  const accountKey = row?.accountKey ?? preferred?.key ?? '';
  if (pointing.place?.isAccountNamed === true && accountKey !== pointing.place.accountKey) {
    return { complaint: standsIn(state, pointing, tenant, accountKey) };
  }
  return row
    ? { target: { kind: 'tenant', tenantKey: row.key }, accountKey }
    : { target: { kind: 'any-tenant', accountKey, tenant: wanted }, accountKey };
}

/** Why the account that was named gets no token of a tenant which another one could enter. */
function standsIn(
  { accounts }: AppState,
  { because, place }: Pointing,
  tenant: string,
  otherKey: string,
): string {
  const usernameOf = (key: string | undefined): string | undefined =>
    accounts.find((one) => one.key === key)?.username;
  const named = usernameOf(place?.accountKey);
  const context = place?.context;
  const who = because.kind === 'folder' ? because.path : `The context '${context?.name ?? ''}'`;
  if (named === undefined) {
    const username = context?.username ?? '';
    return `${who} points to ${username}, who is not signed in. Run: az login --username ${username}`;
  }
  const other = usernameOf(otherKey) ?? '';
  return `${who} points to ${named}, who is not in the tenant '${tenant}', but ${other} is. Point to a context of theirs, made with: azimuth context create NAME -t ${tenant} -u ${other}`;
}

/** Who is asked where nobody is named: whose place we point at, else somebody of the current cloud. */
function preferredAccount(
  { accounts, clouds }: AppState,
  pointedAt: string | undefined,
): Account | undefined {
  return (
    accounts.find((one) => one.key === pointedAt) ??
    accounts.find((one) => one.cloud === clouds.current) ??
    accounts[0]
  );
}

/** The cloud of an account, which decides the addresses of services. */
function cloudOf({ accounts, clouds }: AppState, accountKey: string): Cloud {
  const account = accounts.find((one) => one.key === accountKey);
  return cloudNamed(clouds.known, account?.cloud ?? clouds.current) ?? currentCloud(clouds);
}

async function handOut(
  context: CommandContext,
  audience: Audience,
  cloud: Cloud,
  aim: Aim,
): Promise<Outcome> {
  const { views, line } = context;
  const minted = await confirmedHandOut(context, aim.target, audience);
  if (minted === 'late') {
    return failure(
      'Entra ID did not answer in time. Check your connection and try again; if that does not help, run:\naz login',
    );
  }
  if (!minted.ok) {
    const scopes = audienceScopes(audience, cloud);
    return failure(views.tokenRefusal(minted.problem, { scopes, tenant: aim.tenant }));
  }
  const { token } = minted.value;
  const facts = {
    accessToken: token.secret.reveal(),
    expiresAt: token.expiresAt,
    tenant: aim.tenant,
    ...(aim.subscriptionId === undefined ? {} : { subscriptionId: aim.subscriptionId }),
  };
  return answer(views.accessToken(facts, line.timeZone));
}
