import { z } from 'zod';
import type { Cloud } from '../../shared/cloud.ts';
import { isEnvironmentOf } from './environments.ts';

const entity = z.looseObject({
  environment: z.string(),
  client_id: z.string().optional(),
  home_account_id: z.string().optional(),
});

const entities = z.record(z.string(), entity).default({});

/** A cache of MSAL's that may hold sessions of several clouds and clients. */
export const sharedCacheSchema = z.strictObject({
  Account: entities,
  IdToken: entities,
  AccessToken: entities,
  RefreshToken: entities,
  AppMetadata: entities,
});

export type SharedCache = z.infer<typeof sharedCacheSchema>;

export interface DividedCache {
  readonly pages: readonly {
    readonly cloud: string;
    readonly clientId: string;
    /** As MSAL reads it. */
    readonly cache: string;
  }[];
  /** What belongs to no cloud that is known. */
  readonly rest: SharedCache | undefined;
}

/** Gives each cloud and client its part. An account that several clouds could mean goes to each of them. */
export function divideCache(shared: SharedCache, clouds: readonly Cloud[]): DividedCache {
  const clientIds = new Set(
    Object.values(shared.RefreshToken).flatMap(({ client_id: id }) => (id ? [id] : [])),
  );
  const pages = clouds.flatMap((cloud) =>
    [...clientIds].flatMap((clientId) => {
      const part = keepOnly(
        shared,
        ({ environment, client_id: id = clientId }) =>
          id === clientId && isEnvironmentOf(cloud, environment),
      );
      if (Object.keys(part.RefreshToken).length === 0) return [];
      return [{ cloud: cloud.name, clientId, cache: JSON.stringify(part) }];
    }),
  );
  const rest = keepOnly(
    shared,
    ({ environment }) => !clouds.some((cloud) => isEnvironmentOf(cloud, environment)),
  );
  return { pages, rest: Object.keys(rest.RefreshToken).length === 0 ? undefined : rest };
}

/** What is left once everything of one person is taken out. */
export const withoutAccount = (shared: SharedCache, homeAccountId: string): SharedCache =>
  keepOnly(shared, ({ home_account_id: owner }) => owner !== homeAccountId);

function keepOnly(
  shared: SharedCache,
  wanted: (one: z.infer<typeof entity>) => boolean,
): SharedCache {
  const kept = (all: SharedCache['Account']): SharedCache['Account'] =>
    Object.fromEntries(Object.entries(all).filter(([, one]) => wanted(one)));
  return {
    Account: kept(shared.Account),
    IdToken: kept(shared.IdToken),
    AccessToken: kept(shared.AccessToken),
    RefreshToken: kept(shared.RefreshToken),
    AppMetadata: kept(shared.AppMetadata),
  };
}
