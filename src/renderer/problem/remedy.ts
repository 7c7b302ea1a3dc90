import type { CommandInput } from '../../shared/contract.ts';
import { remedyLabel } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';

export type CopyTarget = CommandInput<'copy-detail'>['of'];

/** Where a problem stands: what its remedy has to act on. */
export interface ProblemPlace {
  readonly accountKey?: string;
  readonly tenantKey?: string;
  /** Where nobody of the list is meant: the cloud to sign in to. */
  readonly cloud?: string;
  /** How to do again what failed. */
  readonly retry?: () => void;
  /** How main copies the problem's details. */
  readonly copy?: CopyTarget;
}

/** What the one button of a problem does. */
export type RemedyStep =
  | { readonly kind: 'sign-in'; readonly label: string; readonly input: CommandInput<'sign-in'> }
  | { readonly kind: 'replace-credential'; readonly label: string; readonly accountKey: string }
  | { readonly kind: 'refresh'; readonly label: string; readonly input: CommandInput<'refresh'> }
  | { readonly kind: 'copy'; readonly label: string; readonly of: CopyTarget }
  | { readonly kind: 'retry'; readonly label: string; readonly retry: () => void }
  | { readonly kind: 'choose-default'; readonly label: string };

export function signInInput(
  method: CommandInput<'sign-in'>['method'],
  tenant: string | undefined,
  accountKey: string | undefined,
  who: Pick<CommandInput<'sign-in'>, 'username' | 'cloud'> = {},
): CommandInput<'sign-in'> {
  return {
    method,
    ...(tenant === undefined ? {} : { tenant }),
    ...(accountKey === undefined ? {} : { accountKey }),
    ...who,
  };
}

/** The step that a problem's remedy is here, or none where the person has to act elsewhere. */
export function remedyStep(problem: Problem, place: ProblemPlace): RemedyStep | undefined {
  const { remedy } = problem;
  if (remedy === undefined) return undefined;
  const label = remedyLabel(remedy);
  switch (remedy.kind) {
    case 'sign-in': {
      const accountKey = remedy.accountKey ?? place.accountKey;
      return {
        kind: 'sign-in',
        label,
        input: signInInput('interactive', remedy.tenantId, accountKey, cloudOf(place)),
      };
    }
    case 'replace-credential': {
      const accountKey = remedy.accountKey ?? place.accountKey;
      return accountKey === undefined
        ? undefined
        : { kind: 'replace-credential', label, accountKey };
    }
    case 'refresh':
      return { kind: 'refresh', label, input: refreshInput(place) };
    case 'contact-admin':
      return place.copy && { kind: 'copy', label, of: place.copy };
    case 'choose-default':
      return { kind: 'choose-default', label };
    case 'set-up-cloud':
    case 'set-client-id':
      return undefined;
    case 'retry':
    case 'check-network':
    case 'check-clock':
      return place.retry && { kind: 'retry', label: 'Try again', retry: place.retry };
  }
}

function cloudOf({ cloud }: ProblemPlace): Pick<CommandInput<'sign-in'>, 'cloud'> {
  return cloud === undefined ? {} : { cloud };
}

function refreshInput(place: ProblemPlace): CommandInput<'refresh'> {
  return {
    ...(place.accountKey === undefined ? {} : { accountKey: place.accountKey }),
    ...(place.tenantKey === undefined ? {} : { tenantKey: place.tenantKey }),
  };
}
