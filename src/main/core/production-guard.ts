import type { AppState, Asker } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { Context } from '../../shared/context.ts';
import { asksFirst, covers } from '../../shared/context.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ConfirmationStage } from './confirmations.ts';

/** What a token is of, as far as production contexts may cover it. */
export interface Guarded {
  readonly accountKey: string;
  /** The names of one tenant. */
  readonly tenantIds: readonly string[];
  readonly subscriptionId?: string | undefined;
}

/** The production contexts that are meant, under whatever name they were asked for, and that ask a person first. */
export const guardsOf = (
  { contexts }: AppState,
  { accountKey, tenantIds, subscriptionId }: Guarded,
): readonly Context[] =>
  contexts.list.filter(
    (context) =>
      asksFirst(context) &&
      tenantIds.some((tenantId) => covers(context, { accountKey, tenantId, subscriptionId })),
  );

/** Waits until a person agreed to every one of them; the answer says why not. */
export async function refusedBy(
  guards: readonly Context[],
  { agreed }: Pick<ConfirmationStage, 'agreed'>,
  audience: Audience,
  asker: Asker | Promise<Asker>,
  patience?: number,
): Promise<Problem | undefined> {
  for (const context of guards) {
    const problem = await agreed(context, audience, await asker, patience);
    if (problem) return problem;
  }
  return undefined;
}
