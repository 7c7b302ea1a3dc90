import { createContext, use } from 'react';
import type { Place } from '../contexts/use-place.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';

/** What stands on the right-hand side. */
export type Panel =
  | { readonly kind: 'token'; readonly target: TokenTarget }
  | { readonly kind: 'activity' }
  /** With a draft, the form for a new one is open. */
  | { readonly kind: 'contexts'; readonly draft?: Place }
  | { readonly kind: 'endpoint' }
  | { readonly kind: 'settings' }
  /** With the cloud whose client ID is wanted, if it is. */
  | { readonly kind: 'clouds'; readonly clientIdOf?: string }
  | { readonly kind: 'secrets' }
  | { readonly kind: 'azure-cli' };

export interface Navigation {
  readonly panel: Panel | undefined;
  readonly open: (panel: Panel) => void;
  /** Closes the panel and gives the focus back to what opened it. */
  readonly close: () => void;
  /** Closes the panel, which may lie over something that matters more now; the focus that was in it goes to that. */
  readonly giveWay: (id: string) => void;
}

export const NavigationContext = createContext<Navigation>({
  panel: undefined,
  open: () => undefined,
  close: () => undefined,
  giveWay: () => undefined,
});

export function useNavigation(): Navigation {
  return use(NavigationContext);
}

export const subscriptionGridId = 'subscriptions';

/** Puts the focus where a default subscription can be chosen; where there is none, to the beginning of the page. */
export function focusSubscriptions(): void {
  (document.getElementById(subscriptionGridId) ?? document.querySelector('main'))?.focus();
}

export const filterId = 'subscription-filter';

export function focusFilter(): void {
  document.getElementById(filterId)?.focus();
}
