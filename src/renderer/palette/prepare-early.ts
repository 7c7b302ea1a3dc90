/** Milliseconds without a change: a list that is still arriving is not made ready each time. */
const pause = 500;

/** Runs something ahead of its being needed, once nothing has changed for a moment and the browser idles. The answer ends it. */
export function prepareEarly(prepare: () => unknown): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    idle = requestIdleCallback(prepare);
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
