import type { AudienceId } from '../../shared/audience.ts';
import type { Colour } from '../../shared/colour.ts';
import type { CommandInput } from '../../shared/contract.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Page } from '../../shared/app-state.ts';

/** What one line of the palette does when it is entered. */
export type PaletteAct =
  | { readonly kind: 'choose-default'; readonly subscriptionKey: string }
  | { readonly kind: 'use-context'; readonly contextId: string }
  /** Shows only what is in an account or a tenant. */
  | { readonly kind: 'look-into'; readonly key: string; readonly name: string }
  | { readonly kind: 'copy-token'; readonly token: PaletteToken }
  | { readonly kind: 'show-page'; readonly page: Page }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'sign-in'; readonly method: CommandInput<'sign-in'>['method'] };

/** A token that can be copied right away. */
export type PaletteToken = CommandInput<'issue-token'>;

/** The id that can be copied, as main finds it. */
export type PaletteId = Extract<
  CommandInput<'copy-detail'>['of'],
  { kind: 'subscription-id' | 'tenant-id' }
>;

/** One thing that can be found. */
export interface PaletteEntry {
  readonly kind: 'subscription' | 'tenant' | 'account' | 'context' | 'command';
  readonly key: string;
  readonly name: string;
  /** Where it is, or what it does. */
  readonly where: string;
  /** Other words for it. */
  readonly also: string;
  /** The id of its subscription or tenant. */
  readonly guid?: string | undefined;
  readonly colour?: Colour | undefined;
  readonly production?: boolean | undefined;
  /** Whether it is where the person points. */
  readonly current?: boolean | undefined;
  readonly enter: PaletteAct;
  readonly token?: PaletteToken | undefined;
  readonly id?: PaletteId | undefined;
}

export const tokenFor = (
  target: TokenTarget,
  id: AudienceId = 'resource-manager',
): PaletteToken => ({ target, audience: { kind: 'known', id } });
