import { Badge } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest';
import { FlashRegular } from '@fluentui/react-icons/svg/flash';
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import type { ReactNode } from 'react';
import { ColourDot } from '../labels/ColourDot.tsx';
import styles from './Palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import type { Hit, Piece } from './palette-hit.ts';

const kinds: Readonly<Record<PaletteEntry['kind'], { name: string; icon: ReactNode }>> = {
  subscription: { name: 'Subscription', icon: <KeyMultipleRegular /> },
  tenant: { name: 'Tenant', icon: <BuildingRegular /> },
  account: { name: 'Account', icon: <PersonRegular /> },
  context: { name: 'Context', icon: <CompassNorthwestRegular /> },
  command: { name: 'Command', icon: <FlashRegular /> },
};

interface PaletteOptionProps {
  readonly id: string;
  readonly hit: Hit;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly chosen: boolean;
  readonly onEnter: (entry: PaletteEntry) => void;
}

/** One line: what it is, its name with what was looked for, where it is, and its marks. */
export function PaletteOption({ id, hit, index, count, top, chosen, onEnter }: PaletteOptionProps) {
  const { entry, name, where } = hit;
  const { name: kind, icon } = kinds[entry.kind];
  return (
    // The keyboard reaches it through the field.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={styles.option}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onEnter(entry)}
    >
      <span className={styles.kindIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.text}>
        <span className={styles.nameLine}>
          <ColourDot colour={entry.colour} />
          <span className={styles.name} title={entry.name}>
            <Pieces of={name} />
          </span>
          {entry.current === true && (
            <Badge className={styles.mark} appearance="tint" color="brand" shape="rounded">
              {entry.kind === 'context' ? 'Current' : 'Default'}
            </Badge>
          )}
          {entry.production === true && (
            <Badge
              className={`${styles.mark} ${styles.production}`}
              appearance="outline"
              color="danger"
              shape="rounded"
            >
              Production
            </Badge>
          )}
        </span>
        <span className={styles.where}>
          <Pieces of={where} />
        </span>
      </span>
      <span className={styles.kind}>{kind}</span>
    </div>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ start, text, matched }) =>
    matched ? (
      <mark key={start} className={styles.matched}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
