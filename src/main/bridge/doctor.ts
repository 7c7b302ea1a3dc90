import type { AppState } from '../../shared/app-state.ts';
import { currentCloud } from '../../shared/cloud.ts';

/** What was looked at. Of variables only the names are known. */
export interface Facts {
  readonly state: AppState;
  /** Milliseconds since the client was started; none where Azimuth ran already. */
  readonly spent: number;
  /** The folder of the socket, and whether it is its owner's alone. */
  readonly folder: { readonly path: string; readonly isPrivate: boolean };
  /** Each `az` and `azimuth` on PATH, in its order. */
  readonly programs: readonly FoundProgram[];
  readonly shim: { readonly folder: string; readonly installed: boolean };
  readonly variables: readonly string[];
  /** Why the addresses of the current cloud don't answer. */
  readonly authority: string | undefined;
  readonly resourceManager: string | undefined;
}

export interface FoundProgram {
  readonly name: 'az' | 'azimuth';
  readonly path: string;
  readonly isOurs: boolean;
}

export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** Each check, in the order in which they are printed. */
export function examine(facts: Facts): readonly Finding[] {
  const { state, folder, authority, resourceManager } = facts;
  const cloud = currentCloud(state.clouds);
  return [
    program(facts),
    folder.isPrivate
      ? { check: 'socket', state: 'ok', found: `${folder.path} is yours alone.` }
      : {
          check: 'socket',
          state: 'fail',
          found: `${folder.path} can be entered by others.`,
          advice: `Run: chmod 700 '${folder.path}'`,
        },
    vault(state),
    clock(state),
    reach('sign-in', cloud.authority, authority),
    reach('resource manager', cloud.resourceManager, resourceManager),
    commandLine(facts),
    shim(facts),
    variables(facts),
  ];
}

function program({ state: { about }, spent }: Facts): Finding {
  const found = `Azimuth ${about.version} runs (${about.host})`;
  return {
    check: 'program',
    state: 'ok',
    found: spent === 0 ? `${found}.` : `${found}. It was not running and was started for this.`,
  };
}

function vault({ vault: status, lock }: AppState): Finding {
  if (status.kind === 'locked' || lock.kind === 'locked') {
    const advice = 'Unlock it in the window, or run: azimuth unlock';
    return {
      check: 'vault',
      state: 'warn',
      found: 'It is locked, so nothing gets a token.',
      advice,
    };
  }
  if (status.kind === 'sealed') {
    return { check: 'vault', state: 'ok', found: `What lasts is sealed by ${status.by}.` };
  }
  const advice = 'For accounts that stay, start a keyring, or run: azimuth passphrase set';
  return { check: 'vault', state: 'warn', found: `In memory only. ${status.reason}`, advice };
}

function clock({ notices }: AppState): Finding {
  const skew = notices.find(({ id }) => id === 'clock-skew');
  if (!skew) return { check: 'clock', state: 'ok', found: "It goes with Azure's." };
  const advice = 'Set the time of this computer, or let it be set from the network.';
  return { check: 'clock', state: 'fail', found: skew.message, advice };
}

function reach(check: string, address: string, why: string | undefined): Finding {
  if (why === undefined) return { check, state: 'ok', found: `${address} answers.` };
  return {
    check,
    state: 'fail',
    found: `${address} does not answer (${why}).`,
    advice: 'Check the connection, and the proxy of the system or in HTTPS_PROXY.',
  };
}

function commandLine({ programs }: Facts): Finding {
  const [first, ...others] = programs.filter(({ name }) => name === 'azimuth');
  if (!first) {
    const advice = 'Put the folder of the azimuth command on PATH to have it everywhere.';
    return { check: 'azimuth', state: 'warn', found: 'It is not on PATH.', advice };
  }
  if (others.length === 0) return { check: 'azimuth', state: 'ok', found: `It is ${first.path}.` };
  return {
    check: 'azimuth',
    state: 'warn',
    found: `It is ${first.path}; there is another one: ${others.map(({ path }) => path).join(', ')}.`,
    advice: 'Take the one that is not meant off PATH.',
  };
}

function shim({ programs, shim: { folder, installed } }: Facts): Finding {
  const found = programs.filter(({ name }) => name === 'az');
  const [first] = found;
  const check = 'az';
  if (first?.isOurs) {
    const real = found.find(({ isOurs }) => !isOurs);
    const others = real ? `the rest goes to ${real.path}` : 'there is no Azure CLI for the rest';
    return { check, state: 'ok', found: `Azimuth answers for it (${first.path}); ${others}.` };
  }
  const real = first
    ? `It is ${first.path}, which knows nothing of Azimuth.`
    : 'It is not on PATH.';
  if (found.some(({ isOurs }) => isOurs)) {
    const advice = `Put Azimuth's folder before ${first?.path ?? ''} on PATH.`;
    return { check, state: 'warn', found: `${real} Azimuth's own comes after it.`, advice };
  }
  const advice = installed
    ? `To let Azimuth answer, put ${folder} first on PATH: azimuth shim status`
    : 'To let Azimuth answer programs that call az, run: azimuth shim install';
  return { check, state: installed ? 'warn' : 'ok', found: real, advice };
}

/** What makes SDKs and Terraform take another way than `az` (names only: what is in them may be secret). */
const overriding =
  /^(?:AZURE_(?:CLIENT_|TENANT_ID|FEDERATED_|USERNAME|PASSWORD|TOKEN_CREDENTIALS|AUTHORITY_HOST)|ARM_|IDENTITY_|MSI_)/;

function variables({ variables: names }: Facts): Finding {
  const found = names.filter((name) => overriding.test(name)).toSorted();
  if (found.length === 0) {
    return { check: 'variables', state: 'ok', found: 'None that SDKs prefer to az is set.' };
  }
  return {
    check: 'variables',
    state: 'warn',
    found: `${found.join(', ')} ${found.length === 1 ? 'is' : 'are'} set: SDKs and Terraform may not ask az at all.`,
    advice: `For this shell, run: unset ${found.join(' ')}`,
  };
}

const signs = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

/** The findings for a person: a line each, and what to do under it. */
export function findingsText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings
    .map(({ check, state, found, advice }) => {
      const line = `${signs[state]}  ${check.padEnd(width)}  ${found}\n`;
      return advice === undefined ? line : `${line}${' '.repeat(width + 8)}${advice}\n`;
    })
    .join('');
}
