import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Clock } from '../core/ports/clock.ts';
import { askRunning } from './ask-running.ts';
import type { Bridge } from './open-bridge.ts';
import { openBridge, systemWayIn } from './open-bridge.ts';
import type { WayIn } from './way-in.ts';

/** Asks the person whether sign-ins that are in memory only may end. */
export type MayEnd = (usernames: readonly string[]) => Promise<boolean>;

/** What the other program says of itself; an older one does not say whether its accounts last. */
const statusSchema = z.object({
  host: z.string(),
  accounts: z.array(z.object({ username: z.string() })),
  accountsLast: z.boolean().default(false),
});

/** Milliseconds that the other program has for writing what it must and leaving, and between two looks. */
const patience = 10_000;
const lookEvery = 50;

/**
 * Claims the profile's way in for a program with a window. One without a window that has it is told to quit; where that
 * would end sign-ins for good, the person is asked first. Throws when the other one has a window too, or stays.
 *
 * @returns nothing when the person leaves the profile to the other program
 */
export async function takeOver(
  profile: string,
  clock: Clock,
  mayEnd: MayEnd,
  wayIn = systemWayIn,
): Promise<Bridge | undefined> {
  const free = await openBridge(profile, clock, wayIn);
  if (free) return free;
  const reach = await wayIn.reach(profile);
  const ask = async (...words: string[]): Promise<string | undefined> =>
    reach && askRunning(reach, words);
  const other = readStatus(await ask('status', '--output', 'json'));
  if (other && other.host !== 'headless') throw new Error(stays);
  const usernames = other?.accountsLast === false ? other.accounts.map((one) => one.username) : [];
  if (usernames.length > 0 && !(await mayEnd(usernames))) return undefined;
  // One that gave no status has ended by itself, or hangs and is not ours to end.
  if (other) await ask('quit');
  const bridge = await openOnceFree(profile, clock, wayIn);
  if (!bridge) throw new Error(stays);
  return bridge;
}

const stays =
  "Azimuth already runs for this profile and does not give way. End it with 'azimuth quit' and start again.";

const readStatus = (printed: string | undefined): z.infer<typeof statusSchema> | undefined =>
  printed === undefined ? undefined : statusSchema.safeParse(parseJson(printed)).data;

async function openOnceFree(
  profile: string,
  clock: Clock,
  wayIn: WayIn,
): Promise<Bridge | undefined> {
  const deadline = clock.now() + patience;
  for (;;) {
    const bridge = await openBridge(profile, clock, wayIn);
    if (bridge || clock.now() > deadline) return bridge;
    await new Promise<void>((resolve) => void clock.after(lookEvery, resolve));
  }
}
