import type { Label } from '../../shared/label.ts';
import { shownName } from '../../shared/label.ts';
import { ColourDot } from './ColourDot.tsx';
import styles from './Labels.module.css';

interface ShownNameProps {
  readonly label: Label | undefined;
  /** The true name. */
  readonly name: string;
}

/** The colour and the nickname, where the true name stands beside it. */
export function ShownName({ label, name }: ShownNameProps) {
  const shown = shownName(label, name);
  return (
    <span className={styles.shown}>
      <ColourDot colour={label?.colour} />
      <span className={styles.name} title={shown === name ? name : `${shown} (${name})`}>
        {shown}
      </span>
    </span>
  );
}
