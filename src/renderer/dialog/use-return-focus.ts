import { useEffect, useState } from 'react';

/**
 * Gives the focus back to whoever had it when a dialog came. Fluent gives it to the last control that opens something, which is
 * beside a dialog beneath: that one would stay closed off, as only the dialog with the focus is open to anybody.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
