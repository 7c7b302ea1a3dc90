import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../../shared/settings.ts';
import styles from './AppTheme.module.css';
import { darkTheme, lightTheme } from './themes.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
}

/** Light or dark as the person set it, else as the system is; high contrast always comes from the system. */
export function AppTheme({ theme, children }: { theme: Theme; children: ReactNode }) {
  const systemIsDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  const dark = theme === 'system' ? systemIsDark : theme === 'dark';

  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);

  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      {/* Not on the provider: its classes go to menus and dialogs too. */}
      <div className={styles.root}>{children}</div>
    </FluentProvider>
  );
}
