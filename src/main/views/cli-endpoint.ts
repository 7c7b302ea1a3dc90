import type { AppState } from '../../shared/app-state.ts';
import { atDoor } from '../../shared/container-door.ts';
import type { Endpoint, GrantAudience } from '../../shared/grant.ts';
import { audiencesLabel } from '../../shared/grant.ts';
import type { Json } from '../../shared/json.ts';
import type { Grant } from '../../shared/grant.ts';
import { accountLabel } from '../../shared/format.ts';
import type { CliAnswer } from './cli-format.ts';

type OpenEndpoint = Extract<Endpoint, { readonly kind: 'on' }>;

/** `endpoint status`: whether it is open, and where. */
export function endpointAnswer({ endpoint, settings, grants }: AppState): CliAnswer {
  return {
    value: {
      state: endpoint.kind,
      switchedOn: settings.endpointOn,
      address: endpoint.kind === 'on' ? endpoint.address : null,
      containers: endpoint.kind === 'on' ? containersOf(endpoint) : null,
      problem: endpoint.kind === 'failed' ? endpoint.problem.message : null,
      grants: grants.length,
    },
  };
}

const containersOf = ({ address, port, containers }: OpenEndpoint): Json =>
  containers === undefined
    ? null
    : { listensAt: `${containers.address}:${port}`, address: atDoor(containers, address) };

/** `endpoint list`: the grants, without their secrets. Times are ISO 8601. */
export function grantsAnswer(
  state: AppState,
  isWanted: (grant: Grant) => boolean = () => true,
): CliAnswer {
  const grants = state.grants.filter(isWanted);
  const userOf = ({ accountKey }: Grant): string => {
    const account = state.accounts.find(({ key }) => key === accountKey);
    return account ? accountLabel(account) : accountKey;
  };
  return {
    value: grants.map((grant) => ({
      id: grant.id,
      name: grant.name,
      user: userOf(grant),
      tenantId: grant.tenantId,
      subscriptionId: grant.subscriptionId ?? null,
      audiences: grant.audiences === 'any' ? 'any' : grant.audiences.map(audienceWord),
      forCommand: grant.forCommand,
      createdAt: time(grant.createdAt),
      expiresAt: time(grant.expiresAt),
      uses: grant.uses,
      lastUsedAt: grant.lastUsedAt === undefined ? null : time(grant.lastUsedAt),
    })),
    table: grants.map((grant) => ({
      Name: grant.name,
      User: userOf(grant),
      TenantId: grant.tenantId,
      Audiences: audiencesLabel(grant.audiences),
      ExpiresAt: time(grant.expiresAt),
      Uses: grant.uses,
    })),
  };
}

/** As `--audience` takes it. */
const audienceWord = (audience: GrantAudience): Json =>
  audience.kind === 'known' ? audience.id : audience.resource;

const time = (at: number): string => new Date(at).toISOString();
