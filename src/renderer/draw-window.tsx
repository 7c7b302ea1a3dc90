import './bridge.ts';
import './window.css';
import type { ComponentType } from 'react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/contract.ts';
import { createAppStore } from './state/app-store.ts';
import type { WindowContextValue } from './state/window-context.ts';
import { WindowFailure } from './WindowFailure.tsx';

/**
 * Draws a window of ours, and once something in it can't be drawn, what became of it. React takes everything off the page
 * then; nothing is lost with it, for the state lives in main.
 *
 * @param onLeave what Escape does to a window of which no more is left than that
 */
export function drawWindow(
  Content: ComponentType<WindowContextValue>,
  onLeave?: (bridge: Bridge) => void,
): void {
  const page = rootElement();
  const bridge = window.azimuth;
  const store = createAppStore(bridge);
  let failed = false;

  function showFailure(error: unknown, componentStack: string): void {
    reportError(error);
    if (failed) return;
    failed = true;
    void tellMain(bridge, error, componentStack);
    // A dialog that was open hid the page from screen readers, and is gone before it could show it again.
    page.removeAttribute('aria-hidden');
    root.render(
      <WindowFailure
        message={String(error)}
        theme={store.read()?.settings.theme ?? 'system'}
        onLeave={onLeave && (() => onLeave(bridge))}
      />,
    );
  }

  const root = createRoot(page, {
    onUncaughtError: (error, { componentStack = '' }) => showFailure(error, componentStack),
  });
  root.render(
    <StrictMode>
      <Content bridge={bridge} store={store} />
    </StrictMode>,
  );
}

function rootElement(): HTMLElement {
  const found = document.getElementById('root');
  if (found === null) throw new Error('The page has no root element.');
  return found;
}

/** For the log. */
async function tellMain(bridge: Bridge, error: unknown, componentStack: string): Promise<void> {
  const stack = error instanceof Error ? error.stack : undefined;
  try {
    const failure = { message: String(error), stack: `${stack ?? ''}${componentStack}` };
    await bridge.run('report-window-failure', failure);
  } catch {
    // A main that does not listen any more is no reason to fail a second time.
  }
}
