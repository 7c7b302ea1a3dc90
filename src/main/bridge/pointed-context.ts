import type { Command, CommandContext } from './command.ts';
import { pointedState, toDefault, whereTo } from './pointing.ts';

type Unpointed = Omit<CommandContext, 'terminal' | 'pointing'>;

/** What a command works with, once it is clear where it points: the default that it sees is that place. */
export async function pointedContext(
  { points }: Command,
  values: Parameters<Command['run']>[0],
  context: Unpointed,
): Promise<Omit<CommandContext, 'terminal'> | { readonly complaint: string }> {
  const { store, line } = context;
  if (points !== true) return { ...context, pointing: toDefault(store.state()) };
  const flag = values['context'];
  const pointing = await whereTo(store.state(), line, typeof flag === 'string' ? flag : undefined);
  if ('complaint' in pointing) return pointing;
  const state = () => pointedState(store.state(), pointing);
  return { ...context, pointing, store: { ...store, state } };
}
