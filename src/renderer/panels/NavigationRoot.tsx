import type { ReactNode } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Navigation, Panel } from './navigation.ts';
import { focusSubscriptions, NavigationContext } from './navigation.ts';

export function NavigationRoot({ children }: { children: ReactNode }) {
  const [panel, setPanel] = useState<Panel>();
  const opener = useRef<Element | null>(null);

  const open = useCallback((next: Panel) => {
    // A panel that leads to another one is gone when that closes; what opened the first is not.
    if (!document.activeElement?.closest('aside')) opener.current = document.activeElement;
    setPanel(next);
  }, []);

  const giveWay = useCallback((id: string) => {
    const inPanel = document.activeElement?.closest('aside');
    setPanel(undefined);
    if (inPanel) document.getElementById(id)?.focus();
  }, []);

  const close = useCallback(() => {
    setPanel(undefined);
    const target = opener.current;
    opener.current = null;
    // The opener may be drawn again only once the panel is gone.
    requestAnimationFrame(() => {
      if (target instanceof HTMLElement && target.isConnected && target !== document.body)
        target.focus();
      else focusSubscriptions();
    });
  }, []);

  const navigation = useMemo<Navigation>(
    () => ({ panel, open, close, giveWay }),
    [panel, open, close, giveWay],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
