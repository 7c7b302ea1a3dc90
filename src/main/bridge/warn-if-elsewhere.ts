import type { CommandContext } from './command.ts';
import type { PointedPlace } from './pointing.ts';
import { toDefault, whereTo } from './pointing.ts';

/**
 * Tells who has just chosen a default that their shell or folder goes on pointing elsewhere. A program that calls `az` is told
 * nothing: Azure CLI says nothing either.
 */
export async function warnIfElsewhere({
  store,
  line,
  terminal,
}: Pick<CommandContext, 'store' | 'line' | 'terminal'>): Promise<void> {
  if (line.name === 'az') return;
  const state = store.state();
  const pointed = await whereTo(state, line, undefined);
  if ('complaint' in pointed) {
    terminal.err(`WARNING: ${pointed.complaint}\n`);
    return;
  }
  const { because, place } = pointed;
  if (areSame(place, toDefault(state).place)) return;
  const decides =
    because.kind === 'folder' ? `this folder ${because.path}` : 'this shell AZIMUTH_CONTEXT';
  const saying = place?.context ? `: it says '${place.context.name}'` : '';
  terminal.err(`WARNING: In ${decides} still decides${saying}.\n`);
}

const areSame = (one: PointedPlace | undefined, other: PointedPlace | undefined): boolean =>
  one?.accountKey === other?.accountKey &&
  one?.tenantId === other?.tenantId &&
  one?.subscriptionId === other?.subscriptionId;
