import type { CommandInput } from '../../shared/contract.ts';
import { remedyLabel } from '../../shared/format.ts';
import type { Problem, Remedy } from '../../shared/problem.ts';

export type CopyTarget = CommandInput<'copy-detail'>['of'];

/** Where a problem stands: what its remedy has to act on. */
export interface ProblemPlace {
  readonly accountKey?: string;
  readonly tenantKey?: string;
  /** Where nobody of the list is meant: the cloud to sign in to. */
  readonly cloud?: string;
  /** How to do again what failed. */
  readonly retry?: () => void;
  /** How to sign in again where a sign-in failed, which knows more than the remedy does. */
  readonly signIn?: CommandInput<'sign-in'>;
  /** How main copies the problem's details. */
  readonly copy?: CopyTarget;
}

/** What the one button of a problem does. */
export type RemedyStep =
  | { readonly kind: 'sign-in'; readonly label: string; readonly input: CommandInput<'sign-in'> }
  | { readonly kind: 'replace-credential'; readonly label: string; readonly accountKey: string }
  | { readonly kind: 'refresh'; readonly label: string; readonly input: CommandInput<'refresh'> }
  | { readonly kind: 'clouds'; readonly label: string; readonly clientIdOf?: string | undefined }
  | { readonly kind: 'copy'; readonly label: string; readonly of: CopyTarget }
  | { readonly kind: 'retry'; readonly label: string; readonly retry: () => void }
  | { readonly kind: 'choose-default'; readonly label: string };

/** The step that a problem's remedy is here, or none where the person has to act elsewhere. */
export function remedyStep(problem: Problem, place: ProblemPlace): RemedyStep | undefined {
  const { remedy } = problem;
  if (remedy === undefined) return undefined;
  const label = remedyLabel(remedy);
  switch (remedy.kind) {
    case 'sign-in':
      return problem.kind === 'wrong-account'
        ? { kind: 'sign-in', label: 'Use another account', input: signInInput(remedy, place, true) }
        : { kind: 'sign-in', label, input: signInInput(remedy, place, false) };
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
      return { kind: 'clouds', label };
    case 'set-client-id':
      return { kind: 'clouds', label, clientIdOf: remedy.cloud };
    case 'retry':
    case 'check-network':
    case 'check-clock':
      return place.retry && { kind: 'retry', label: 'Try again', retry: place.retry };
  }
}

function signInInput(
  remedy: Extract<Remedy, { readonly kind: 'sign-in' }>,
  place: ProblemPlace,
  anybody: boolean,
): CommandInput<'sign-in'> {
  if (place.signIn) return place.signIn;
  const { tenantId: tenant, scopes } = remedy;
  const accountKey = remedy.accountKey ?? place.accountKey;
  const cloud = place.cloud ?? accountKey?.slice(0, accountKey.lastIndexOf('/'));
  const who = anybody ? { cloud } : { cloud: place.cloud, accountKey };
  return { method: 'interactive', tenant, scopes, ...who };
}

function refreshInput(place: ProblemPlace): CommandInput<'refresh'> {
  return {
    ...(place.accountKey === undefined ? {} : { accountKey: place.accountKey }),
    ...(place.tenantKey === undefined ? {} : { tenantKey: place.tenantKey }),
  };
}
