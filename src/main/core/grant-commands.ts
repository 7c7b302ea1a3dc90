import { grantSnippet } from '../../shared/grant-snippet.ts';
import { succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { CopyStage } from './copy-token.ts';
import type { EndpointStage } from './endpoint.ts';
import type { Grants } from './grants.ts';
import { secret } from './secret.ts';

export interface GrantCommandDeps {
  readonly grants: Grants;
  readonly endpoint: EndpointStage;
  readonly copying: Pick<CopyStage, 'copy'>;
}

export type GrantCommands = Pick<
  CommandHandlers,
  | 'switch-endpoint'
  | 'open-to-containers'
  | 'close-to-containers'
  | 'create-grant'
  | 'change-grant'
  | 'revoke-grant'
  | 'copy-grant-snippet'
>;

/** What a person can do about the SDK endpoint. */
export function createGrantCommands({
  grants,
  endpoint,
  copying,
}: GrantCommandDeps): GrantCommands {
  return {
    'switch-endpoint': (wanted) => endpoint.switch(wanted),
    'open-to-containers': ({ door }) => endpoint.openTo(door),
    'close-to-containers': () => endpoint.openTo(undefined),
    async 'create-grant'(ask) {
      const grant = grants.create(ask);
      return grant.ok ? succeed({ grantId: grant.value.id }) : grant;
    },
    'change-grant': async ({ grantId, minutes }) => grants.lastFor(grantId, minutes),
    'revoke-grant': async ({ grantId }) => grants.revoke(grantId),
    async 'copy-grant-snippet'({ grantId, form }) {
      const found = grants.facts(grantId);
      if (!found.ok) return found;
      await copying.copy({
        text: secret(grantSnippet(form, found.value.facts)),
        accountKey: found.value.grant.accountKey,
        hold: (clearsAt) => ({ kind: 'snippet', grantId, clearsAt }),
      });
      return succeed(null);
    },
  };
}
