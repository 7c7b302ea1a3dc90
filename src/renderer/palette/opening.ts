import { createContext, use } from 'react';

/** Opens the palette over the window. */
export const PaletteContext = createContext<() => void>(() => undefined);

export function useOpenPalette(): () => void {
  return use(PaletteContext);
}
