import { Button, Spinner } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import styles from './Dialog.module.css';

interface DoingButtonProps extends Pick<ComponentProps<'button'>, 'type' | 'form' | 'onClick'> {
  readonly children: string;
  /** What it does is under way. */
  readonly busy: boolean;
}

/** The button of a dialog that does it. */
export function DoingButton({ busy, ...rest }: DoingButtonProps) {
  return (
    <Button
      {...rest}
      appearance="primary"
      className={styles.button}
      disabledFocusable={busy}
      icon={busy ? <Spinner size="extra-tiny" aria-hidden="true" /> : null}
    />
  );
}
