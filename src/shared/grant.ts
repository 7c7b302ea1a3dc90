import type { Audience } from './audience.ts';
import { audienceLabel, audienceResource } from './audience.ts';
import type { Cloud } from './cloud.ts';
import type { ContainerDoor } from './container-door.ts';
import type { Problem } from './problem.ts';

/** What a grant may be used for: the managed-identity protocol asks for resources, never for scopes. */
export type GrantAudience = Exclude<Audience, { readonly kind: 'scopes' }>;

export type GrantAudiences = 'any' | readonly GrantAudience[];

/**
 * A standing permission for programs that ask the SDK endpoint. It is pinned to one account and tenant when it is made: a
 * default that moves later moves no program along. The header secret that proves it is not here and never in the state.
 */
export interface Grant {
  readonly id: string;
  readonly name: string;
  readonly accountKey: string;
  /** A tenant id, or a domain of the tenant if it was named by that. */
  readonly tenantId: string;
  readonly subscriptionId?: string;
  /** The name of the context that it was made for. */
  readonly context?: string;
  readonly audiences: GrantAudiences;
  /** Made by `azimuth run`: it ends with its command, and keeps the endpoint open until then. */
  readonly forCommand: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly uses: number;
  readonly lastUsedAt?: number;
}

/** Whether a word names a grant, by its id or its name. */
export const isCalled = ({ id, name }: Grant, word: string): boolean =>
  id === word || name.toLowerCase() === word.toLowerCase();

/** The name, or with the first number behind it that makes it nobody else's. */
export function freeName(grants: readonly Grant[], name: string): string {
  let free = name;
  for (let count = 2; grants.some((one) => isCalled(one, free)); count += 1) {
    free = `${name} ${count}`;
  }
  return free;
}

export type Endpoint =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      /** What goes into `IDENTITY_ENDPOINT`. */
      readonly address: string;
      readonly port: number;
      readonly containers?: ContainerDoor;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Trailing slashes and letters' case are written differently by every SDK and mean the same service. */
const plain = (resource: string): string => resource.toLowerCase().replace(/\/+$/, '');

/** The addresses under which a service is asked for. Resource Manager has two: its endpoint and its older audience. */
function addressesOf(audience: GrantAudience, cloud: Cloud): readonly string[] {
  if (audience.kind === 'resource') return [audience.resource];
  const resource = audienceResource(audience.id, cloud);
  return audience.id === 'resource-manager' ? [resource, cloud.resourceManager] : [resource];
}

/** What to ask Entra ID for when a program asks for a resource; nothing if the grant does not cover it. */
export function coveredAudience(
  audiences: GrantAudiences,
  resource: string,
  cloud: Cloud,
): GrantAudience | undefined {
  if (audiences === 'any') return { kind: 'resource', resource };
  const wanted = plain(resource);
  return audiences.find((audience) =>
    addressesOf(audience, cloud).some((address) => plain(address) === wanted),
  );
}

/** What a person reads for the audiences of a grant. */
export const audiencesLabel = (audiences: GrantAudiences): string =>
  audiences === 'any' ? 'Any service' : audiences.map(audienceLabel).join(', ');
