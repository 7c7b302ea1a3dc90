import { Dialog, DialogSurface } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isCommandKey } from '../command-key.ts';
import { onceNoDialog } from '../dialog/once-no-dialog.ts';
import { Palette } from './Palette.tsx';
import styles from './Palette.module.css';
import { PaletteContext } from './opening.ts';
import { PaletteIndexRoot } from './PaletteIndexRoot.tsx';

/** Lets everything below open the palette, as Ctrl+K or Cmd+K does wherever the focus is. */
export function PaletteRoot({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  // Beside the state, so that `open` stays the same function: whoever opens by an effect would open again with a new one.
  const isOpenNow = useRef(false);
  const forget = useRef(() => {});
  const show = useCallback((next: boolean) => {
    isOpenNow.current = next;
    setOpen(next);
  }, []);
  const open = useCallback(() => {
    forget.current();
    // Over another dialog it would take the place of a question.
    if (!isOpenNow.current) forget.current = onceNoDialog(() => show(true));
  }, [show]);
  const close = useCallback(() => show(false), [show]);

  useEffect(() => () => forget.current(), []);

  useEffect(() => {
    function openOnShortcut(event: KeyboardEvent): void {
      if (!isCommandKey('k', event, navigator.userAgent)) return;
      event.preventDefault();
      open();
    }
    document.addEventListener('keydown', openOnShortcut);
    return () => document.removeEventListener('keydown', openOnShortcut);
  }, [open]);

  return (
    <PaletteContext value={open}>
      {children}
      <PaletteIndexRoot>
        <Dialog open={isOpen} onOpenChange={(_, change) => show(change.open)}>
          <DialogSurface className={styles.dialog} aria-label="Find">
            <Palette onDone={close} />
          </DialogSurface>
        </Dialog>
      </PaletteIndexRoot>
    </PaletteContext>
  );
}
