import type { NewGrant } from '../../shared/grant-input.ts';
import type { Grant } from '../../shared/grant.ts';
import type { Result } from '../../shared/problem.ts';
import type { GrantCommandDeps, GrantCommands } from './grant-commands.ts';
import { createGrantCommands } from './grant-commands.ts';
import type { EndpointDeps, EndpointStage } from './endpoint.ts';
import { createEndpoint } from './endpoint.ts';
import type { Grants } from './grants.ts';
import { createGrants } from './grants.ts';
import type { Recorder } from './hand-out.ts';
import type { Minting } from './mint-token.ts';
import type { GrantKeys } from './ports/programs.ts';
import { serveSdks } from './serve-sdks.ts';

export interface SdkEndpointDeps
  extends Recorder, Omit<EndpointDeps, 'service'>, Pick<GrantCommandDeps, 'copying'> {
  readonly grantKeys: GrantKeys;
  readonly tokens: Pick<Minting, 'mintAt'>;
}

/** What the surface that runs a command needs of grants beyond commands: it hands their secret on. */
export interface CommandGrants extends Pick<Grants, 'facts'> {
  /** Makes a grant that ends with a command, and opens the endpoint for it. */
  createForCommand(ask: NewGrant): Promise<Result<Grant>>;
}

export interface SdkEndpoint extends Pick<EndpointStage, 'settle' | 'stop'> {
  readonly commands: GrantCommands;
  readonly grants: CommandGrants;
}

/** The grants, the endpoint that honours them, and what a person can do about both. */
export function createSdkEndpoint(deps: SdkEndpointDeps): SdkEndpoint {
  const { grantKeys: keys, tokens, copying } = deps;
  const grants = createGrants({ ...deps, keys });
  const service = serveSdks({ ...deps, grants, mintAt: tokens.mintAt });
  const endpoint = createEndpoint({ ...deps, service });

  return {
    commands: createGrantCommands({ grants, endpoint, copying }),
    grants: {
      facts: (grantId) => grants.facts(grantId),
      async createForCommand(ask) {
        const grant = grants.create(ask, true);
        if (!grant.ok) return grant;
        const open = await endpoint.settle();
        if (open.ok) return grant;
        grants.revoke(grant.value.id);
        return open;
      },
    },
    settle: () => endpoint.settle(),
    stop: () => endpoint.stop(),
  };
}
