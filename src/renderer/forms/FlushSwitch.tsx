import type { SwitchProps } from '@fluentui/react-components';
import { Switch } from '@fluentui/react-components';
import styles from './Forms.module.css';

interface FlushSwitchProps extends Omit<SwitchProps, 'onChange' | 'className'> {
  readonly label: string;
  readonly onChange: (checked: boolean) => void;
}

/** A switch whose track stands in line with the text above it. */
export function FlushSwitch({ onChange, ...rest }: FlushSwitchProps) {
  return (
    <Switch {...rest} className={styles.flush} onChange={(_, { checked }) => onChange(checked)} />
  );
}
