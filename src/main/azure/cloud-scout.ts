import { z } from 'zod';
import type { CloudInput } from '../../shared/cloud-input.ts';
import type { CustomCloud } from '../../shared/cloud.ts';
import type { Problem, ProblemField, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CloudScout } from '../core/ports/azure.ts';
import type { Fetch } from '../core/ports/desktop.ts';
import type { CloudMetadata } from './cloud-metadata.ts';
import { originOf, readCloudMetadata } from './cloud-metadata.ts';
import type { NetworkFailure } from './network-failure.ts';
import { networkFailure } from './network-failure.ts';

/** Milliseconds that each question may take. */
const patience = 15_000;

/** Azure's own version, and that of Azure Stack. */
const versions = ['2022-09-01', '2015-01-01'];

const openIdConfiguration = z.object({
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
});

/** Asks Azure Resource Manager for its metadata, and the authority that these name whether it is Entra ID. */
export function createCloudScout(fetch: Fetch): CloudScout {
  /** What is answered with success, as JSON if it is that. */
  const read = async (address: string, field: ProblemField): Promise<Result<unknown>> => {
    try {
      const response = await fetch(address, {
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
      });
      const body: unknown = await response.json().catch(() => undefined);
      return succeed(response.ok ? body : undefined);
    } catch (error) {
      const failure = networkFailure(error, address);
      if (failure.kind === 'unexpected-answer') return succeed(undefined);
      return fail(unreachable(failure, field));
    }
  };

  const readMetadata = async (resourceManager: string): Promise<Result<CloudMetadata>> => {
    for (const version of versions) {
      const address = `${resourceManager}/metadata/endpoints?api-version=${version}`;
      const answer = await read(address, 'resourceManager');
      if (!answer.ok) return answer;
      const metadata = readCloudMetadata(answer.value, resourceManager);
      if (metadata) return succeed(metadata);
    }
    return fail(
      wrong(
        'resourceManager',
        `${resourceManager} answers, but it is no Azure Resource Manager: it has no metadata of a cloud.`,
      ),
    );
  };

  const checkAuthority = async (authority: string): Promise<Result<null>> => {
    const address = `${authority}/organizations/v2.0/.well-known/openid-configuration`;
    const answer = await read(address, 'authority');
    if (!answer.ok) return answer;
    if (openIdConfiguration.safeParse(answer.value).success) return succeed(null);
    return fail(
      wrong('authority', `${authority} answers, but nobody can sign in there: it is no Entra ID.`),
    );
  };

  return {
    async look(input) {
      const metadata = await readMetadata(input.resourceManager);
      if (!metadata.ok) return metadata;
      const { authentication } = metadata.value;
      if (/adfs/i.test(authentication.identityProvider ?? authentication.loginEndpoint)) {
        return fail(
          wrong(
            'resourceManager',
            'This cloud signs people in with AD FS. Azimuth knows only Entra ID.',
          ),
        );
      }
      const cloud = completed(input, metadata.value);
      const checked = await checkAuthority(cloud.authority);
      return checked.ok ? succeed(cloud) : checked;
    },
  };
}

/** What is typed is meant; what is not is as the metadata have it. */
function completed(input: CloudInput, metadata: CloudMetadata): CustomCloud {
  const { authentication, suffixes } = metadata;
  const { keyVaultDns, sqlServerHostname } = suffixes ?? {};
  return {
    name: input.name,
    resourceManager: input.resourceManager,
    authority: input.authority ?? new URL(authentication.loginEndpoint).origin,
    audience: input.audience ?? authentication.audiences[0] ?? input.resourceManager,
    ...known('portal', input.portal ?? originOf(metadata.portal ?? metadata.portalEndpoint)),
    ...known('graph', originOf(metadata.microsoftGraphResourceId)),
    ...known('ossDatabases', originOf(metadata.ossrdbmsResourceId)),
    ...known('keyVaultSuffix', withoutDot(keyVaultDns)),
    ...known('sqlDatabase', sqlServerHostname && `https://${withoutDot(sqlServerHostname)}`),
    ...known('clientId', input.clientId),
  };
}

const withoutDot = (suffix: string | undefined): string | undefined => suffix?.replace(/^\./, '');

function known<K extends keyof CustomCloud>(
  name: K,
  value: string | undefined,
): { readonly [P in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { [P in K]: string });
}

const wrong = (field: ProblemField, message: string): Problem => ({
  kind: 'invalid-input',
  field,
  message,
});

function unreachable({ kind, host, reason }: NetworkFailure, field: ProblemField): Problem {
  const detail = `${host}: ${reason}`;
  switch (kind) {
    case 'tls':
      return {
        ...wrong(
          field,
          `This computer does not trust the certificate of ${host}. If it is your organisation’s own, install its root certificate in the system first.`,
        ),
        detail,
      };
    case 'proxy':
      return {
        ...wrong(field, `Your proxy did not let the request to ${host} through.`),
        detail,
      };
    case 'timed-out':
      return { ...wrong(field, `${host} did not answer in time. Try again in a moment.`), detail };
    case 'offline':
    case 'unexpected-answer':
      return {
        ...wrong(
          field,
          `${host} can’t be reached. Check the spelling, and whether you are in the network that it needs.`,
        ),
        detail,
      };
  }
}
