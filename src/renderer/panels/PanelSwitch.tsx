import type { SwitchProps } from '@fluentui/react-components';
import { Switch } from '@fluentui/react-components';
import styles from './Panels.module.css';

interface PanelSwitchProps extends Omit<SwitchProps, 'onChange' | 'className'> {
  readonly label: string;
  readonly onChange: (checked: boolean) => void;
}

/** A switch whose track stands in line with the text above it. */
export function PanelSwitch({ onChange, ...rest }: PanelSwitchProps) {
  return (
    <Switch {...rest} className={styles.switch} onChange={(_, { checked }) => onChange(checked)} />
  );
}
