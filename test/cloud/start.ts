import { createSelfSigned, createServerCertificate } from './certificate.ts';
import { createClock } from './clock.ts';
import { createControls, type Controls } from './controls.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import { createEntra } from './entra/entra.ts';
import { createIdentityProvider } from './entra/identity-provider.ts';
import { createSigningKeys } from './entra/signing-keys.ts';
import { createFaults, type Fault, type RecordedRequest } from './faults.ts';
import { createGate, type Handler } from './gate.ts';
import { listen, type Listening } from './listen.ts';
import { createResourceManager } from './arm/resource-manager.ts';
import { createSecrets } from './secrets.ts';
import { createSettings } from './settings.ts';
import { createStanding } from './standing.ts';
import type { World } from './world.ts';

export type { Controls } from './controls.ts';
export type { Directory } from './directory/directory.ts';
export type * from './directory/model.ts';
export type { Fault, FaultKind, IncomingCall, RecordedRequest } from './faults.ts';

export interface CloudOptions {
  /** Tenants that the main user is in, the built-in six included; more are generated, up to 1000. */
  readonly tenants?: number;
  /** In each generated tenant, up to 100; 3 unless said. */
  readonly subscriptionsPerTenant?: number;
  /** Milliseconds added to every request. */
  readonly latency?: number;
  /** Seconds; 3600 to 5399 at random unless said, as Entra ID has it. */
  readonly tokenLifetime?: number;
  /** Seconds between two polls for a device code; 5 unless said, as Entra ID has it. */
  readonly deviceCodeInterval?: number;
  /** Items on a page of ARM's lists; 4 unless said, 25 with generated tenants. */
  readonly pageSize?: number;
  /** 0, the default, is any free port. */
  readonly ports?: { readonly login: number; readonly resourceManager: number };
  /** Also listen on 443 and answer as login.microsoftonline.com and management.azure.com. */
  readonly productionHosts?: boolean;
}

/** Entra ID and Azure Resource Manager on loopback, over TLS. */
export interface Cloud extends Controls {
  /** `https://localhost:PORT`, without a trailing slash. */
  readonly authority: string;
  /** `https://localhost:PORT`, without a trailing slash. */
  readonly resourceManager: string;
  /** PEM of the test certificate authority. */
  readonly certificateAuthority: string;
  /** Base64 SHA-256 of the leaf's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly leafKeyHash: string;
  readonly directory: Directory;
  /** Every request so far, in the order of the answers. */
  readonly requests: readonly RecordedRequest[];
  /** Every secret ever handed out: tokens of all kinds, authorization codes, device codes. */
  readonly issued: ReadonlySet<string>;
  readonly userCodes: ReadonlySet<string>;
  /** Makes requests go wrong; gives back what ends that. */
  inject(fault: Fault): () => void;
  /** Frees ports and timers; open connections are cut. */
  close(): Promise<void>;
}

const productionLogin = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com'];
const productionHosts = [...productionLogin, 'management.azure.com', 'microsoft.com'];

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.trunc(value)));
}

/** Starts a cloud of its own: no state is shared with another one, or outlives `close()`. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const [certificate, signingSource, pipelineCertificate] = await Promise.all([
    createServerCertificate([
      'localhost',
      '127.0.0.1',
      ...(options.productionHosts ? productionHosts : []),
    ]),
    createSelfSigned('accounts.accesscontrol.windows.net'),
    createSelfSigned('fabrikam-pipeline'),
  ]);
  const tenants = within(options.tenants ?? 6, 1000);
  const world: World = {
    clock: createClock(),
    directory: createDirectory(
      { tenants, subscriptionsPerTenant: within(options.subscriptionsPerTenant ?? 3, 100) },
      pipelineCertificate,
    ),
    settings: createSettings({
      latency: options.latency ?? 0,
      tokenLifetime: options.tokenLifetime,
      deviceCodeInterval: options.deviceCodeInterval ?? 5,
      deviceCodeLifetime: 900,
      pageSize: options.pageSize ?? (tenants > 6 ? 25 : 4),
    }),
    secrets: createSecrets(),
    standing: createStanding(),
    signingKeys: await createSigningKeys(signingSource),
    subjects: new Map(),
  };
  const entra = createEntra(world);
  const faults = createFaults();
  const gate = createGate(world, faults);

  const identityProvider = createIdentityProvider(entra);
  const login = gate.guard('login', identityProvider.fetch);
  const loginServer = await listen(certificate, login, options.ports?.login ?? 0);
  const authority = `https://localhost:${loginServer.port}`;
  const resources: Handler = createResourceManager(world, authority).fetch;
  const resourceManager = gate.guard('resource-manager', resources);
  const resourceServer = await listen(
    certificate,
    resourceManager,
    options.ports?.resourceManager ?? 0,
  );
  const servers: Listening[] = [loginServer, resourceServer];
  if (options.productionHosts) {
    const asProduction = createResourceManager(world, 'https://login.microsoftonline.com');
    const production = gate.guard('resource-manager', asProduction.fetch);
    const byHost = await listen(
      certificate,
      (request, bindings) =>
        bindings.incoming.headers.host === 'management.azure.com'
          ? production(request, bindings)
          : login(request, bindings),
      443,
    );
    servers.push(byHost);
  }

  return {
    ...createControls(entra),
    authority,
    resourceManager: `https://localhost:${resourceServer.port}`,
    certificateAuthority: certificate.certificateAuthority,
    leafKeyHash: certificate.leafKeyHash,
    directory: world.directory,
    requests: gate.requests,
    issued: world.secrets.issued,
    userCodes: world.secrets.userCodes,
    inject: (fault) => faults.inject(fault),
    close: async () => {
      gate.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
