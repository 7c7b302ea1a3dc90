import type { AppState } from '../../../shared/app-state.ts';
import type { PointingWords } from '../../../shared/pointing-words.ts';
import { shown } from '../../core/shown-store.ts';
import { answer, command } from '../command.ts';
import type { Because } from '../pointing.ts';
import { whereTo } from '../pointing.ts';
import type { CommandLine } from '../terminal.ts';
import { contextOption } from './context-option.ts';

export const status = command({
  name: 'status',
  summary: 'Show what runs, who is signed in, and where this shell and folder point, and why.',
  options: { context: contextOption },
  whileLocked: true,
  async run({ context }, { store, views, line }) {
    const state = shown(store.state());
    return answer(views.status(state, await pointingWords(state, line, context)));
  },
});

async function pointingWords(
  state: AppState,
  line: CommandLine,
  flag: string | undefined,
): Promise<PointingWords> {
  if (state.lock.kind === 'locked') return { because: 'Azimuth is locked.' };
  const pointed = await whereTo(state, line, flag);
  if ('complaint' in pointed)
    return { because: 'It makes no sense.', complaint: pointed.complaint };
  const { because, place } = pointed;
  return {
    because: because.kind === 'default' && !place ? 'Nothing was chosen.' : becauseText(because),
    context: place?.context?.name,
    username:
      place?.context?.username ??
      state.accounts.find(({ key }) => key === place?.accountKey)?.username,
    tenantId: place?.tenantId,
    subscriptionId: place?.subscriptionId,
  };
}

function becauseText(because: Because): string {
  switch (because.kind) {
    case 'flag':
      return '--context says so.';
    case 'variable':
      return 'AZIMUTH_CONTEXT says so.';
    case 'folder':
      return `${because.path} says so.`;
    case 'default':
      return 'It is the default.';
  }
}
