/** How a cloud is to be. Everything has a default. */
export interface CloudOptions {
  /** Tenants that the main user is in, the built-in six included; more are generated, up to 1000. */
  readonly tenants?: number | undefined;
  /** In each generated tenant, up to 100; 3 unless said. */
  readonly subscriptionsPerTenant?: number | undefined;
  /** Milliseconds added to every request. */
  readonly latency?: number | undefined;
  /** Seconds; 3600 to 5399 at random unless said, as Entra ID has it. */
  readonly tokenLifetime?: number | undefined;
  /** Seconds between two polls for a device code; 5 unless said, as Entra ID has it. */
  readonly deviceCodeInterval?: number | undefined;
  /** Items on a page of ARM's lists; 4 unless said, 25 with generated tenants. */
  readonly pageSize?: number | undefined;
  /** 0, the default, is any free port. */
  readonly ports?: { readonly login: number; readonly resourceManager: number } | undefined;
  /** Also listen on 443 and answer as login.microsoftonline.com and management.azure.com. */
  readonly productionHosts?: boolean | undefined;
  /** The loopback address for that, 127.0.0.1 unless said; another one keeps out of others' way. */
  readonly productionAddress?: string | undefined;
}
