import { createContext, use } from 'react';

/** What a label is for. */
export type Labelled =
  | { readonly kind: 'account'; readonly key: string }
  | { readonly kind: 'tenant'; readonly key: string };

/** Opens the form for a nickname and a colour. */
export type OpenLabel = (of: Labelled) => void;

export const LabelContext = createContext<OpenLabel>(() => undefined);

export function useLabelForm(): OpenLabel {
  return use(LabelContext);
}
