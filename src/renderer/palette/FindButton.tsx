import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import styles from '../accounts/Accounts.module.css';
import { commandKeys } from '../command-key.ts';
import { useOpenPalette } from './opening.ts';

export function FindButton() {
  const open = useOpenPalette();
  return (
    <Button
      appearance="subtle"
      className={styles.navButton}
      icon={<SearchRegular />}
      title={`Find (${commandKeys('K', navigator.userAgent)})`}
      onClick={open}
    >
      <span className={styles.label}>Find…</span>
    </Button>
  );
}
