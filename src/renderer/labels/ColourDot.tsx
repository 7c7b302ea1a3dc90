import type { Colour } from '../../shared/colour.ts';
import { labelColour } from '../theme/themes.ts';
import styles from './Labels.module.css';

/** A label's colour, for the eye: what it marks is named beside it. */
export function ColourDot({ colour }: { colour: Colour | undefined }) {
  if (colour === undefined) return null;
  return (
    <span
      aria-hidden="true"
      className={styles.dot}
      data-colour={colour}
      style={{ background: labelColour(colour) }}
    />
  );
}
