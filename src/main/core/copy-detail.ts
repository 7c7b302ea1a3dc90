import type { CommandInput } from '../../shared/contract.ts';
import type { AppState } from '../../shared/app-state.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { goneFromList } from './gone-from-list.ts';
import type { Clipboard } from './ports/desktop.ts';

type Detail = CommandInput<'copy-detail'>['of'];

/** Puts a text of the list on the clipboard; there is nothing secret in it. */
export async function copyDetail(
  state: AppState,
  clipboard: Pick<Clipboard, 'write'>,
  of: Detail,
): Promise<Result<null>> {
  const text = detailText(state, of);
  if (text === undefined) return fail(goneFromList);
  await clipboard.write(text);
  return succeed(null);
}

/** The text behind a "Copy …" of the list; nothing if it is no longer there. */
export function detailText(state: AppState, of: Detail): string | undefined {
  switch (of.kind) {
    case 'subscription-id':
      return state.subscriptions.find((one) => one.key === of.subscriptionKey)?.subscriptionId;
    case 'subscription-name':
      return state.subscriptions.find((one) => one.key === of.subscriptionKey)?.displayName;
    case 'tenant-id':
      return state.tenants.find((one) => one.key === of.tenantKey)?.tenantId;
    case 'tenant-problem': {
      const status = state.tenants.find((one) => one.key === of.tenantKey)?.status;
      return status?.kind === 'failed' ? problemText(status.problem) : undefined;
    }
    case 'account-problem': {
      const session = state.accounts.find((one) => one.key === of.accountKey)?.session;
      return session && session.kind !== 'active' ? problemText(session.problem) : undefined;
    }
    case 'sign-in-problem':
      return state.signIn.kind === 'failed' ? problemText(state.signIn.problem) : undefined;
    case 'token-problem':
      return state.token.kind === 'failed' ? problemText(state.token.problem) : undefined;
  }
}

/** What an administrator needs to find a refusal in their sign-in log. */
function problemText(problem: Problem): string {
  return [
    problem.message,
    problem.detail,
    problem.code && `Code: ${problem.code}`,
    problem.correlationId && `Correlation ID: ${problem.correlationId}`,
    problem.traceId && `Trace ID: ${problem.traceId}`,
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}
