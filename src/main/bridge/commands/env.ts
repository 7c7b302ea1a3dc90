import type { Result } from '../../../shared/problem.ts';
import { fail, succeed } from '../../../shared/problem.ts';
import { grantSnippet, variableForms } from '../../../shared/grant-snippet.ts';
import { isCalled } from '../../../shared/grant.ts';
import type { CommandContext } from '../command.ts';
import { command, failure } from '../command.ts';
import { standingMinutes } from './endpoint-grants.ts';
import type { GrantValues } from './grant-options.ts';
import { grantOptions, readGrant } from './grant-options.ts';

export const env = command({
  name: 'env',
  summary: 'Print the variables with which programs get tokens on the SDK endpoint.',
  options: {
    shell: {
      kind: 'text',
      flags: ['--shell'],
      help: 'For whom they are written. Default: bash.',
      choices: variableForms,
    },
    grant: {
      kind: 'text',
      flags: ['--grant', '-g'],
      help: 'Name or ID of a grant that stands; without it one is made.',
    },
    ...grantOptions,
  },
  points: true,
  async run({ shell, grant, ...values }, context) {
    const { core, store, views } = context;
    // A grant that nobody could use would only be in the way.
    if (!store.state().settings.endpointOn) return failure(endpointIsOff);
    const grantId = grant === undefined ? await make(values, context) : find(grant, context);
    if (!grantId.ok) return failure(views.refusal(grantId.problem));
    const found = core.grants.facts(grantId.value);
    if (!found.ok) return failure(views.refusal(found.problem));
    const form = variableForms.find((known) => known === shell) ?? 'bash';
    return { kind: 'text', text: grantSnippet(form, found.value.facts) };
  },
});

/** Only a person opens the endpoint; a line in a shell's profile must not do it again at each start. */
const endpointIsOff =
  "The SDK endpoint is off. Switch it on in Azimuth's window or with 'azimuth endpoint on'; 'azimuth run -- PROGRAM' needs no switch.";

async function make(values: GrantValues, context: CommandContext): Promise<Result<string>> {
  const read = readGrant(context, values, { name: 'Shell', minutes: standingMinutes });
  if ('complaint' in read) return fail({ kind: 'invalid-input', message: read.complaint });
  const created = await context.core.run('create-grant', read.grant, 'cli');
  return created.ok ? succeed(created.value.grantId) : created;
}

function find(word: string, { store }: CommandContext): Result<string> {
  const grant = store.state().grants.find((one) => isCalled(one, word));
  if (grant) return succeed(grant.id);
  return fail({ kind: 'invalid-input', message: `There is no grant '${word}'.` });
}
