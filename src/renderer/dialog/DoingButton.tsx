import { Button, Spinner } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import styles from './Dialog.module.css';

interface DoingButtonProps extends Pick<ComponentProps<'button'>, 'type' | 'form' | 'onClick'> {
  readonly children: string;
  /** What it does is under way. */
  readonly busy: boolean;
  /** It can't be done yet. */
  readonly disabled?: boolean;
}

/** The button of a dialog that does it. */
export function DoingButton({ busy, disabled = false, ...rest }: DoingButtonProps) {
  return (
    <Button
      {...rest}
      appearance="primary"
      className={styles.button}
      disabledFocusable={busy || disabled}
      icon={busy ? <Spinner size="extra-tiny" aria-hidden="true" /> : null}
    />
  );
}
