import { useEffect, useState } from 'react';
import { announcement } from './announcement.ts';
import { useWindow } from './window-context.ts';

/** The window's one polite live region. */
export function Announcer() {
  const { store } = useWindow();
  const [message, setMessage] = useState('');

  useEffect(() => {
    let before = store.read();
    return store.subscribe(() => {
      const after = store.read();
      const said = before && after ? announcement(before, after) : undefined;
      before = after;
      if (said !== undefined) setMessage(said);
    });
  }, [store]);

  return (
    <div role="status" aria-label="Announcements" className="visually-hidden">
      {message}
    </div>
  );
}
