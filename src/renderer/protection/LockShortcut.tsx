import { useEffect } from 'react';
import { useSend } from '../state/commands.ts';
import { useWindow } from '../state/window-context.ts';
import { isLockShortcut } from './lock-keys.ts';

/** Locks with Ctrl+L, or Cmd+L on a Mac, wherever the focus is. */
export function LockShortcut() {
  const { store } = useWindow();
  const send = useSend();

  useEffect(() => {
    function lockOnShortcut(event: KeyboardEvent): void {
      if (!isLockShortcut(event, navigator.userAgent)) return;
      event.preventDefault();
      if (store.read()?.lock.kind === 'open') void send('lock', {});
    }
    document.addEventListener('keydown', lockOnShortcut);
    return () => document.removeEventListener('keydown', lockOnShortcut);
  }, [send, store]);

  return null;
}
