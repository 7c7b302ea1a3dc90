import type { Remedy } from '../../shared/problem.ts';
import type { MenuAct } from './menu-line.ts';

/** A click outside of the window on the remedy "sign in": a person wants it, so a browser opens, and the window shows how it goes. */
export function signInAct(
  remedy: Extract<Remedy, { readonly kind: 'sign-in' }>,
  place: { readonly accountKey?: string; readonly tenantId?: string | undefined } = {},
): MenuAct {
  const input = {
    method: 'interactive',
    accountKey: remedy.accountKey ?? place.accountKey,
    tenant: remedy.tenantId ?? place.tenantId,
    scopes: remedy.scopes,
  } as const;
  return { kind: 'run', name: 'sign-in', input, open: true };
}
