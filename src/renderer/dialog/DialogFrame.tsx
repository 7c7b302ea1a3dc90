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
import { useReturnFocus } from './use-return-focus.ts';

interface DialogFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the one that does it last. */
  readonly actions: ReactNode;
  /** An alert is read out at once, and stays until it is answered. */
  readonly alert?: boolean;
  readonly wide?: boolean;
  /** On Escape and, but for an alert, on a click beside it; none where it has to be answered. */
  readonly onClose?: (() => void) | undefined;
}

/** What every dialog stands in. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, children, actions, alert = false, wide = false, onClose } = props;
  useReturnFocus();
  return (
    <Dialog
      open
      modalType={alert ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => !open && onClose?.()}
    >
      <DialogSurface className={styles.surface} data-wide={wide || undefined}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid className={styles.actions}>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
