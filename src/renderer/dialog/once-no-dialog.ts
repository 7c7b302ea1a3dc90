const isThere = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/** Milliseconds that a dialog may take to leave once it was answered: that goes to main and back. */
const leaveTime = 1_000;

/**
 * Acts once no dialog stands: at once, or when the one that is just leaving has left. For one that stays nothing is done, so
 * that no wish comes true long after it was forgotten.
 *
 * @returns gives up
 */
export function onceNoDialog(act: () => void): () => void {
  if (!isThere()) {
    act();
    return () => undefined;
  }
  const watch = new MutationObserver(() => {
    if (isThere()) return;
    giveUp();
    act();
  });
  const timer = setTimeout(giveUp, leaveTime);
  function giveUp(): void {
    watch.disconnect();
    clearTimeout(timer);
  }
  watch.observe(document.body, { childList: true, subtree: true });
  return giveUp;
}
