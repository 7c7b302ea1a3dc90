import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import styles from '../accounts/Accounts.module.css';
import { useNavigation } from './navigation.ts';

interface PanelButtonProps {
  readonly kind: 'contexts' | 'activity' | 'endpoint' | 'settings';
  readonly name: string;
  readonly icon: ReactElement;
}

/** Opens a panel, and closes it again. */
export function PanelButton({ kind, name, icon }: PanelButtonProps) {
  const { panel, open, close } = useNavigation();
  const isOpen = panel?.kind === kind;
  return (
    <Button
      appearance={isOpen ? 'secondary' : 'subtle'}
      className={styles.navButton}
      icon={icon}
      aria-expanded={isOpen}
      title={name}
      onClick={() => (isOpen ? close() : open({ kind }))}
    >
      <span className={styles.label}>{name}</span>
    </Button>
  );
}
