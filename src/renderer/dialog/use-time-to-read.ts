import { useEffect, useState } from 'react';

/** Milliseconds: longer than it takes to click twice, shorter than to read what is asked. */
const timeToRead = 600;

/**
 * Whether a question that comes unasked has stood long enough: a click before that was meant for what stood there a moment ago.
 */
export function useTimeToRead(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), timeToRead);
    return () => clearTimeout(timer);
  }, []);
  return isOver;
}
