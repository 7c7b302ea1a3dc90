import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';
import { useFirstFocus } from './use-first-focus.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface DialogFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the one that does it last. */
  readonly actions: ReactNode;
  /** An alert is read out at once, and stays until it is answered. */
  readonly alert?: boolean;
  readonly wide?: boolean;
  /** What it does is under way: it stays until the answer is there, so that nobody loses sight of it. */
  readonly busy?: boolean;
  /** On Escape and, but for an alert, on a click beside it; none where it has to be answered. */
  readonly onClose?: (() => void) | undefined;
}

/** What every dialog stands in. The focus goes to what is marked with `data-focus-first`, else to what comes first. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, children, actions, alert = false, wide = false, busy = false, onClose } = props;
  const whole = useFirstFocus();
  useReturnFocus();
  return (
    <Dialog
      open
      modalType={alert ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => !open && !busy && onClose?.()}
    >
      <DialogSurface className={styles.surface} data-wide={wide || undefined} aria-busy={busy}>
        <div ref={whole} className={styles.whole}>
          <DialogBody className={styles.body}>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions fluid className={styles.actions}>
              {actions}
            </DialogActions>
          </DialogBody>
        </div>
      </DialogSurface>
    </Dialog>
  );
}
