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
  const forget = useRef(() => {});
  const open = useCallback(() => {
    forget.current();
    // Over another dialog it would take the place of a question.
    if (!isOpen) forget.current = onceNoDialog(() => setOpen(true));
  }, [isOpen]);
  const close = useCallback(() => setOpen(false), []);

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
        <Dialog open={isOpen} onOpenChange={(_, change) => setOpen(change.open)}>
          <DialogSurface className={styles.dialog} aria-label="Find">
            <Palette onDone={close} />
          </DialogSurface>
        </Dialog>
      </PaletteIndexRoot>
    </PaletteContext>
  );
}
