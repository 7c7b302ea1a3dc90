import { createServerCertificate } from './certificate.ts';
import { createControls, type Controls } from './controls.ts';
import type { Directory } from './directory/directory.ts';
import { createEntra } from './entra/entra.ts';
import { createIdentityProvider } from './entra/identity-provider.ts';
import { createFaults, type Fault, type RecordedRequest } from './faults.ts';
import { createGate, type GatedHandler } from './gate.ts';
import { listen, type Endpoint, type Listening } from './listen.ts';
import { startMachine, type Machine, type MachineOptions } from './machine/machine.ts';
import { createResourceManager } from './arm/resource-manager.ts';
import { createWorld } from './create-world.ts';
import type { CloudOptions } from './options.ts';

export type { CloudOptions } from './options.ts';
export type { Controls } from './controls.ts';
export type { Directory } from './directory/directory.ts';
export type { Application, Tenant, User } from './directory/model.ts';
export type { Fault, RecordedRequest } from './faults.ts';
export type { Machine, MachineOptions } from './machine/machine.ts';

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
  /** A machine that has an identity in this cloud; it ends with the cloud. */
  startMachine(options: MachineOptions): Promise<Machine>;
  /** Frees ports and timers; open connections are cut. */
  close(): Promise<void>;
}

const productionLogin = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'microsoft.com',
] as const;
const productionResourceManager = 'management.azure.com';

/** One server that is both halves, as the client's `Host` header wants it. */
function byHost(login: GatedHandler, resources: (authority: string) => GatedHandler): GatedHandler {
  const resourceManager = resources(`https://${productionLogin[0]}`);
  return (request, bindings) =>
    bindings.incoming.headers.host === productionResourceManager
      ? resourceManager(request, bindings)
      : login(request, bindings);
}

/** Starts a cloud of its own: no state is shared with another one, or outlives `close()`. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const [certificate, world] = await Promise.all([
    createServerCertificate([
      'localhost',
      '127.0.0.1',
      ...(options.productionHosts ? [...productionLogin, productionResourceManager] : []),
    ]),
    createWorld(options),
  ]);
  const entra = createEntra(world);
  const faults = createFaults();
  const gate = createGate(world, faults);

  const servers: Listening[] = [];
  const serve = async (handler: GatedHandler, endpoint: Endpoint): Promise<number> => {
    const server = await listen(certificate, handler, endpoint);
    servers.push(server);
    return server.port;
  };
  const machines: Machine[] = [];
  const close = async (): Promise<void> => {
    gate.close();
    await Promise.all([...servers, ...machines].map((each) => each.close()));
  };
  const resources = (authority: string): GatedHandler =>
    gate.guard('resource-manager', createResourceManager(world, authority).fetch);

  const login = gate.guard('login', createIdentityProvider(entra).fetch);
  const ports = options.ports ?? { login: 0, resourceManager: 0 };
  let authority: string;
  let resourceManager: string;
  try {
    authority = `https://localhost:${await serve(login, { port: ports.login })}`;
    const port = await serve(resources(authority), { port: ports.resourceManager });
    resourceManager = `https://localhost:${port}`;
    if (options.productionHosts) {
      await serve(byHost(login, resources), { port: 443, address: options.productionAddress });
    }
  } catch (error) {
    await close();
    throw error;
  }

  return {
    ...createControls(entra),
    authority,
    resourceManager,
    certificateAuthority: certificate.certificateAuthority,
    leafKeyHash: certificate.leafKeyHash,
    directory: world.directory,
    requests: gate.requests,
    issued: world.secrets.issued,
    userCodes: world.secrets.userCodes,
    inject: (fault) => faults.inject(fault),
    async startMachine(machineOptions) {
      const machine = await startMachine(world, machineOptions);
      machines.push(machine);
      return machine;
    },
    close,
  };
}
