import { basename } from 'node:path';
import { grantVariables } from '../../../shared/grant-snippet.ts';
import { command, failure } from '../command.ts';
import { whenProcessEnds } from '../process-end.ts';
import { grantOptions, readGrant } from './grant-options.ts';

/** Minutes after which a command that still runs gets no more tokens, if nothing else is said. */
const commandMinutes = 24 * 60;

export const run = command({
  name: 'run',
  summary: 'Run a program that gets tokens on the SDK endpoint: azimuth run [options] -- PROGRAM …',
  options: grantOptions,
  points: true,
  takesProgram: true,
  async run(values, context) {
    const { core, views, clock, line, following } = context;
    const [program] = following;
    if (program === undefined) {
      return failure('Say what to run, after two dashes: azimuth run -- PROGRAM ARGUMENTS');
    }
    const { clientPid } = line;
    if (clientPid === undefined) return failure('This client is older than the running Azimuth.');
    const otherwise = {
      name: basename(program).slice(0, 76) || 'program',
      minutes: commandMinutes,
    };
    const read = readGrant(context, values, otherwise);
    if ('complaint' in read) return failure(read.complaint);
    const created = await core.grants.createForCommand(read.grant);
    if (!created.ok) return failure(views.refusal(created.problem));
    const { id: grantId } = created.value;
    // The client becomes the program: its process is the program's.
    whenProcessEnds(clientPid, clock, () => void core.run('revoke-grant', { grantId }, 'cli'));
    const found = core.grants.facts(grantId);
    if (!found.ok) return failure(views.refusal(found.problem));
    const skip = line.words.length - following.length;
    return {
      kind: 'become',
      program: { skip, environment: grantVariables(found.value.facts) },
    };
  },
});
