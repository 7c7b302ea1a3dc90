import { parseArgs } from 'node:util';
import type { Cloud, CloudOptions } from './start.ts';

/** What the command was asked to do. */
export interface Command {
  readonly options: CloudOptions;
  /** Where the PEM of the test certificate authority goes; by default a file in a fresh temporary folder. */
  readonly caFile: string | undefined;
  readonly json: boolean;
}

export const usage = `Usage: npm run cloud -- [options]
  --tenants N          tenants of the main user, 6 to 1000 (6)
  --subs M             subscriptions in each generated tenant, 0 to 100 (3)
  --latency MS         added to every request (0)
  --token-lifetime S   seconds an access token lives (60 to 90 minutes)
  --interval S         seconds between polls for a device code (5)
  --port N             port of the identity provider; Azure Resource Manager gets the next one (free ones)
  --production-hosts   also answer on 443 as login.microsoftonline.com and management.azure.com
  --ca-file PATH       where to write the test certificate authority
  --json               one line of JSON instead of the table
  --help`;

function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`--${name} wants a whole number from ${least} to ${most}, not '${text}'.`);
}

/** Reads the arguments; throws with a sentence for the person who typed them. */
export function readCommand(argv: readonly string[]): Command | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      tenants: { type: 'string' },
      subs: { type: 'string' },
      latency: { type: 'string' },
      'token-lifetime': { type: 'string' },
      interval: { type: 'string' },
      port: { type: 'string' },
      'production-hosts': { type: 'boolean' },
      'ca-file': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const login = wholeNumber('port', values.port, 0, 65_534);
  const options: CloudOptions = {
    tenants: wholeNumber('tenants', values.tenants, 6, 1000),
    subscriptionsPerTenant: wholeNumber('subs', values.subs, 0, 100),
    latency: wholeNumber('latency', values.latency, 0, 60_000),
    tokenLifetime: wholeNumber('token-lifetime', values['token-lifetime'], 1, 86_400),
    deviceCodeInterval: wholeNumber('interval', values.interval, 1, 60),
    ports:
      login === undefined ? undefined : { login, resourceManager: login === 0 ? 0 : login + 1 },
    productionHosts: values['production-hosts'],
  };
  return { options, caFile: values['ca-file'], json: values.json ?? false };
}

function people(cloud: Cloud): readonly (readonly [string, string])[] {
  return cloud.directory.allUsers.map((user) => {
    const places = `${user.tenants.length} ${user.tenants.length === 1 ? 'tenant' : 'tenants'}`;
    return [user.username, `${user.displayName}, ${user.disabled ? 'disabled' : places}`];
  });
}

/** What a person reads after the start. */
export function describeCloud(cloud: Cloud, caFile: string): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Authority', cloud.authority],
    ['Resource manager', cloud.resourceManager],
    ['Device code page', `${cloud.authority}/deviceauth`],
    ['Test CA', caFile],
    ['Tenants', String(cloud.directory.allTenants.length)],
    ...people(cloud),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    'Simulated Entra ID and Azure Resource Manager. Loopback only; nothing here is real.',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`),
    'Ctrl+C ends it.',
  ].join('\n');
}

/** What a program reads after the start, on one line. */
export function cloudAsJson(cloud: Cloud, caFile: string): string {
  const { authority, resourceManager, leafKeyHash, directory } = cloud;
  return JSON.stringify({
    authority,
    resourceManager,
    caFile,
    leafKeyHash,
    tenants: directory.allTenants.length,
    users: directory.allUsers.map(({ username, displayName }) => ({ username, displayName })),
  });
}
