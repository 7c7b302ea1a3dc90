import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Walk the main job without a person. */
  readonly once: boolean;
  readonly json: boolean;
  readonly tenants: number;
  readonly subscriptionsPerTenant: number;
  /** Milliseconds. */
  readonly latency: number;
  /** Where the pictures go; a temporary folder unless said. */
  readonly screenshots: string | undefined;
  readonly help: boolean;
}

export const usage = `Usage: npm run demo -- [options]

Starts a simulated Azure on this computer and Azimuth pointed at it, with a throw-away profile.

  --once             walk through the main job without a person, and end
  --json             print the result as one JSON object (with --once)
  --tenants N        tenants of the main user, 6 to 1000 (6)
  --subs M           subscriptions in each generated tenant, 1 to 100 (3)
  --latency MS       milliseconds added to every request, 0 to 5000 (0)
  --screenshots DIR  where the pictures go (a temporary folder)
  --help             this text`;

/** Reads the command line. Throws with a sentence that says what to correct. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      tenants: { type: 'string', default: '6' },
      subs: { type: 'string', default: '3' },
      latency: { type: 'string', default: '0' },
      screenshots: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    once: values.once,
    json: values.json,
    help: values.help,
    screenshots: values.screenshots,
    tenants: numberBetween('--tenants', values.tenants, 6, 1_000),
    subscriptionsPerTenant: numberBetween('--subs', values.subs, 1, 100),
    latency: numberBetween('--latency', values.latency, 0, 5_000),
  };
}

function numberBetween(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} takes a whole number from ${least} to ${most}, not "${text}".`);
}
