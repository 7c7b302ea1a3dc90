import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { World } from '../world.ts';
import { appService, azureArc, cloudShell, imds } from './dialects.ts';
import type { Dialect, Fault, MachineIdentities } from './identity-endpoint.ts';
import { identityEndpoint } from './identity-endpoint.ts';

export type MachineOptions = MachineIdentities &
  (
    | { readonly kind: 'imds' | 'app-service' | 'cloud-shell' }
    | { readonly kind: 'azure-arc'; readonly keyFolder: string }
  );

/** A machine with an identity: its own token endpoint on loopback, without TLS as in reality. */
export interface Machine {
  /** What the machine's programs find in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** `METHOD PATH STATUS` of each answer, without the query. */
  readonly answers: readonly string[];
  /** The next requests go wrong, one after the other. */
  fail(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

export async function startMachine(world: World, options: MachineOptions): Promise<Machine> {
  const header = world.secrets.create('', 24);
  const dialect = dialectOf(world, options, header);
  const faults: Fault[] = [];
  const answers: string[] = [];
  const endpoint = identityEndpoint(world, options, dialect, () => faults.shift());
  const listener = getRequestListener(async (request) => {
    const response = await endpoint.fetch(request);
    answers.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`);
    return response;
  });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No TCP port was bound.');
  const origin = `http://127.0.0.1:${bound.port}`;
  return {
    environment: environmentOf(options.kind, origin, dialect.path, header),
    answers,
    fail: (...next) => void faults.push(...next),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function dialectOf(world: World, options: MachineOptions, header: string): Dialect {
  switch (options.kind) {
    case 'imds':
      return imds;
    case 'app-service':
      return appService(header);
    case 'cloud-shell':
      return cloudShell;
    case 'azure-arc':
      return azureArc(options.keyFolder, '/var/opt/azcmagent/tokens/', world.secrets);
  }
}

function environmentOf(
  kind: MachineOptions['kind'],
  origin: string,
  path: string,
  header: string,
): Readonly<Record<string, string>> {
  switch (kind) {
    case 'imds':
      return { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin };
    case 'app-service':
      return { IDENTITY_ENDPOINT: `${origin}${path}`, IDENTITY_HEADER: header };
    case 'cloud-shell':
      return { MSI_ENDPOINT: `${origin}${path}` };
    case 'azure-arc':
      return { IDENTITY_ENDPOINT: `${origin}${path}`, IMDS_ENDPOINT: origin };
  }
}
