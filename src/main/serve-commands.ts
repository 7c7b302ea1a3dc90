import { networkFailure } from './azure/network-failure.ts';
import type { Bridge } from './bridge/open-bridge.ts';
import type { CommandDeps } from './bridge/command.ts';
import type { CliViews } from './bridge/cli-views.ts';
import { createInterpreter } from './bridge/interpreter.ts';
import type { MayEnd } from './bridge/take-over.ts';
import { takeOver } from './bridge/take-over.ts';
import { NotPrivateError } from './bridge/windows-folder.ts';
import type { Built } from './build-core.ts';
import type { Fetch } from './core/ports/desktop.ts';
import { systemClock } from './system-clock.ts';
import { accountList, accountShow, tenantList } from './views/cli-accounts.ts';
import { activityAnswer } from './views/cli-activity.ts';
import { cloudList, cloudShow } from './views/cli-clouds.ts';
import { contextAnswer, contextListAnswer } from './views/cli-contexts.ts';
import { endpointAnswer, grantsAnswer } from './views/cli-endpoint.ts';
import { formatAnswer } from './views/cli-format.ts';
import { lockedText, providerText, tokenRefusal } from './views/cli-problem.ts';
import { queryReference, readQuery } from './views/cli-query.ts';
import { signInPrompt, signInRefusal, tenantWarnings } from './views/cli-sign-in.ts';
import { statusAnswer } from './views/cli-status.ts';
import { accessTokenAnswer } from './views/cli-token.ts';
import { isOfFileSystem, startFailure } from './views/start-failure.ts';

export const cliViews: CliViews = {
  format: formatAnswer,
  readQuery,
  queryReference,
  accountShow,
  accountList,
  tenantList,
  cloudList,
  cloudShow,
  activity: activityAnswer,
  context: contextAnswer,
  contextList: contextListAnswer,
  status: statusAnswer,
  endpointStatus: endpointAnswer,
  grants: grantsAnswer,
  accessToken: accessTokenAnswer,
  tokenRefusal,
  refusal: providerText,
  locked: lockedText,
  signInPrompt,
  signInRefusal,
  tenantWarnings,
};

/** Whether the profile is ours, and the way in for terminals, or why there is none. */
export type ClaimedProfile =
  | { readonly kind: 'ours'; readonly bridge: Bridge }
  | { readonly kind: 'ours'; readonly bridge: undefined; readonly why: string }
  /** The person leaves it to the program that has it. */
  | { readonly kind: 'left' };

/**
 * Opens the way in for terminals before the profile is read: there is one writer, so a program without a window has to end
 * first.
 */
export async function openProfileBridge(folder: string, mayEnd: MayEnd): Promise<ClaimedProfile> {
  try {
    const bridge = await takeOver(folder, systemClock, mayEnd);
    return bridge ? { kind: 'ours', bridge } : { kind: 'left' };
  } catch (error) {
    // A window alone is better than nothing at all.
    if (error instanceof NotPrivateError || isOfFileSystem(error)) {
      return { kind: 'ours', bridge: undefined, why: startFailure(error) };
    }
    throw error;
  }
}

/** Milliseconds after which an address counts as unreachable, so that the whole answer comes in time. */
const longestWait = 4_000;

async function reach(fetch: Fetch, address: string): Promise<string | undefined> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(longestWait) });
    return undefined;
  } catch (error) {
    const { kind, reason } = networkFailure(error, address);
    return `${kind}: ${reason}`;
  }
}

/** Answers the terminals that come over the bridge, from now on. */
export function serveCommands(
  bridge: Bridge,
  { store, core, log, fetch }: Built,
  host: Pick<CommandDeps, 'hasBrowser' | 'copyToken' | 'showPalette' | 'end'>,
): void {
  bridge.serve(
    createInterpreter({
      store,
      core,
      clock: systemClock,
      views: cliViews,
      foundAt: bridge.foundAt,
      reach: (address) => reach(fetch, address),
      ...host,
      failed: (command, error) =>
        log.warn('a command line failed', { command, error: String(error) }),
    }),
  );
}
