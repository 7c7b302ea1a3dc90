import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Bridge } from '../../shared/contract.ts';
import { AppFrame } from '../AppFrame.tsx';
import { Mark } from '../Mark.tsx';
import { UnlockWays } from '../protection/UnlockWays.tsx';
import type { AppStore } from '../state/app-store.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { Palette } from './Palette.tsx';
import { PaletteIndexRoot } from './PaletteIndexRoot.tsx';
import styles from './Palette.module.css';

/** The palette on the desktop. While it is away nothing of it stays but the index, so that it begins anew each time. */
export function PaletteWindow({ bridge, store }: { bridge: Bridge; store: AppStore }) {
  const isShown = useSyncExternalStore(store.subscribe, () => store.read()?.wanted.palette);
  return (
    <AppFrame bridge={bridge} store={store}>
      {isShown !== undefined && <PaletteIndexRoot>{isShown && <OnDesktop />}</PaletteIndexRoot>}
    </AppFrame>
  );
}

function OnDesktop() {
  const lock = useSlice('lock');
  const { restored } = useSlice('about');
  const send = useSend();
  const putAway = useCallback(() => void send('show-palette', { shown: false }), [send]);

  useEffect(() => {
    function putAwayOnEscape({ key, isComposing }: KeyboardEvent): void {
      if (key === 'Escape' && !isComposing) putAway();
    }
    document.addEventListener('keydown', putAwayOnEscape);
    return () => document.removeEventListener('keydown', putAwayOnEscape);
  }, [putAway]);

  return (
    <main className={styles.onDesktop}>
      {lock.kind === 'locked' ? (
        <div className={styles.locked}>
          <Mark size={40} />
          <h1 className={styles.lockedTitle}>Azimuth is locked</h1>
          <UnlockWays lock={lock} />
        </div>
      ) : restored ? (
        <>
          <h1 className="visually-hidden">Find in Azimuth</h1>
          <Palette onDone={putAway} />
        </>
      ) : (
        <p className={styles.nothing}>Starting…</p>
      )}
    </main>
  );
}
