import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Gives the focus to what is marked with `data-focus-first`, after Fluent UI gave it to whatever comes first. */
export function useFirstFocus(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-focus-first]')?.focus(), []);
  return place;
}
