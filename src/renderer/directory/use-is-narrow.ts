import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

const narrowBelow = 640;

/** Whether the list is too narrow for a name and an id side by side. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const target = element.current;
    const measure = () => setNarrow(target.clientWidth < narrowBelow);
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
