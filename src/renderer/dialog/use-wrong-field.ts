import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Brings whoever tried a form to the first field that is wrong, also where they can't see what is said there.
 *
 * @param busy whether the answer is still awaited, which may find more
 * @returns where the form is, and what to call at each try
 */
export function useWrongField(
  busy: boolean,
): readonly [form: RefObject<HTMLFormElement | null>, tried: () => void] {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const tried = useCallback(() => setTries((before) => before + 1), []);

  useEffect(() => {
    if (tries === 0 || busy) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, busy]);

  return [form, tried];
}
