import type { ContainerDoor } from '../../../shared/container-door.ts';
import { doorWarning, loopbackAddress } from '../../../shared/container-door.ts';
import { containerDoorSchema } from '../../../shared/container-door.ts';
import { settingsSchema } from '../../../shared/settings.ts';
import type { Result } from '../../../shared/problem.ts';
import { fail, succeed } from '../../../shared/problem.ts';
import { shown } from '../../core/shown-store.ts';
import type { CommandContext } from '../command.ts';
import { answer, command, failure, nothing } from '../command.ts';

export const endpointOn = command({
  name: 'endpoint on',
  summary: 'Open the SDK endpoint, on which programs get tokens with a grant.',
  options: {
    port: {
      kind: 'text',
      flags: ['--port'],
      help: 'The port on 127.0.0.1, from now on; 0 for any.',
    },
    address: {
      kind: 'text',
      flags: ['--address'],
      help: "Let containers in at this address of the computer too, such as Docker's 172.17.0.1, until Azimuth ends.",
    },
    allowHost: {
      kind: 'text',
      flags: ['--allow-host'],
      help: 'The name by which containers know the computer, such as host.docker.internal.',
    },
    yes: { kind: 'flag', flags: ['--yes', '-y'], help: 'Do not ask before letting them in.' },
  },
  async run({ port, address, allowHost, yes }, context) {
    const { core, store, views } = context;
    const parsed = settingsSchema.shape.endpointPort
      .optional()
      .safeParse(port === undefined ? undefined : Number(port));
    if (!parsed.success) return failure(parsed.error.issues[0]?.message ?? 'Invalid input');
    const door = readDoor(address, allowHost);
    if (!door.ok) return failure(door.problem.message);
    if (door.value && !yes && !(await isAgreed(context))) return failure(notAgreed);
    const switched = await core.run('switch-endpoint', { on: true, port: parsed.data }, 'cli');
    if (!switched.ok) return failure(views.refusal(switched.problem));
    // What the words say is all there is: a door that they don't name is shut.
    const opened = door.value
      ? await core.run('open-to-containers', { door: door.value, warned: true }, 'cli')
      : await core.run('close-to-containers', {}, 'cli');
    if (!opened.ok) return failure(views.refusal(opened.problem));
    return answer(views.endpointStatus(store.state()));
  },
});

function readDoor(
  address: string | undefined,
  hostName: string | undefined,
): Result<ContainerDoor | undefined> {
  if (address === undefined && hostName === undefined) return succeed(undefined);
  const read = containerDoorSchema.safeParse({ address: address ?? loopbackAddress, hostName });
  if (read.success) return succeed(read.data);
  return fail({ kind: 'invalid-input', message: read.error.issues[0]?.message ?? 'Invalid input' });
}

/** Without a person nobody answers, which is a no. */
async function isAgreed({ terminal }: CommandContext): Promise<boolean> {
  terminal.err(`${doorWarning}\n`);
  const typed = await terminal.askOpenly('Let containers in? [y/N] ');
  return /^y(es)?$/i.test(typed.trim());
}

const notAgreed =
  'Nothing was opened. To let containers in, answer with y, or add --yes where nobody can answer.';

export const endpointOff = command({
  name: 'endpoint off',
  summary: 'Close the SDK endpoint; commands of azimuth run keep it until they end.',
  options: {},
  async run(_values, { core, views }) {
    const switched = await core.run('switch-endpoint', { on: false }, 'cli');
    return switched.ok ? nothing : failure(views.refusal(switched.problem));
  },
});

export const endpointStatus = command({
  name: 'endpoint status',
  summary: 'Show whether the SDK endpoint is open, and where.',
  options: {},
  whileLocked: true,
  run: async (_values, { store, views }) => answer(views.endpointStatus(shown(store.state()))),
});
