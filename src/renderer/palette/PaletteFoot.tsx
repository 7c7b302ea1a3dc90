import { commandKeys } from '../command-key.ts';
import { countOf } from '../../shared/format.ts';
import styles from './Palette.module.css';
import type { PaletteAct, PaletteEntry } from './palette-entry.ts';
import type { Found } from './search-palette.ts';

const enterNames: Readonly<Record<PaletteAct['kind'], string>> = {
  'choose-default': 'Switch',
  'use-context': 'Switch',
  'look-into': 'Look into it',
  'copy-token': 'Copy token',
  'show-page': 'Open',
  refresh: 'Refresh',
  lock: 'Lock',
  'sign-in': 'Sign in',
};

interface PaletteFootProps {
  readonly found: Found;
  /** Whether nothing is looked for. */
  readonly isAll: boolean;
  readonly entry: PaletteEntry | undefined;
  readonly onEnter: () => void;
  readonly onCopyToken: () => void;
  readonly onCopyId: () => void;
}

/** How much was found, and what can be done with the line of the cursor, by key or by click. */
export function PaletteFoot(props: PaletteFootProps) {
  const { found, isAll, entry, onEnter, onCopyToken, onCopyId } = props;
  const { userAgent } = navigator;
  return (
    <footer className={styles.foot}>
      <p className={styles.count} aria-live="polite">
        {isAll
          ? countOf(found.total, 'entry', 'entries')
          : countOf(found.total, 'match', 'matches')}
      </p>
      {entry && <Hint keys="↵" name={enterNames[entry.enter.kind]} onClick={onEnter} />}
      {entry?.token && entry.enter.kind !== 'copy-token' && (
        <Hint keys={commandKeys('↵', userAgent)} name="Copy token" onClick={onCopyToken} />
      )}
      {entry?.id && (
        <Hint keys={commandKeys('C', userAgent, true)} name="Copy ID" onClick={onCopyId} />
      )}
    </footer>
  );
}

function Hint({ keys, name, onClick }: { keys: string; name: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.hint} onClick={onClick}>
      <kbd className={styles.keys}>{keys}</kbd> {name}
    </button>
  );
}
