import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import styles from './Palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { PaletteOption } from './PaletteOption.tsx';
import type { Found } from './search-palette.ts';

/** Pixels. */
const optionHeight = 48;

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

interface PaletteListProps {
  readonly id: string;
  readonly found: Found;
  readonly cursor: number;
  readonly onEnter: (entry: PaletteEntry) => void;
}

/** What was found; only what is in sight, and the cursor's line, is in the page. */
export function PaletteList({ id, found, cursor, onEnter }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- only React's compiler minds, which is not in use
  const virtualizer = useVirtualizer({
    count: found.count,
    getScrollElement: () => list.current,
    estimateSize: () => optionHeight,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(cursor) ? indexes : [...indexes, cursor].sort((a, b) => a - b);
    },
    overscan: 4,
    paddingStart: 4,
    paddingEnd: 4,
    scrollPaddingStart: 4,
    scrollPaddingEnd: 4,
  });
  useEffect(() => {
    // To scroll makes the browser lay everything out at once, and each letter brings the cursor back to the top.
    if (cursor > 0 || virtualizer.scrollOffset !== 0) virtualizer.scrollToIndex(cursor);
  }, [cursor, found, virtualizer]);

  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label="Found">
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const hit = found.at(index);
          return hit === undefined ? null : (
            <PaletteOption
              // A line stays in its place with other words: making lines anew is what costs most.
              key={index}
              id={optionId(id, index)}
              hit={hit}
              index={index}
              count={found.count}
              top={start}
              chosen={index === cursor}
              onEnter={onEnter}
            />
          );
        })}
      </div>
    </div>
  );
}
