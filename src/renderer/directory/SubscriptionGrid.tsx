import { useRestoreFocusTarget } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent } from 'react';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { focusFilter, subscriptionGridId } from '../panels/navigation.ts';
import { useSlice } from '../state/window-context.ts';
import type { Row } from './directory-index.ts';
import styles from './Grid.module.css';
import { GridRow, rowId } from './GridRow.tsx';
import { moveCursor } from './move.ts';
import { ProblemPopover } from './ProblemPopover.tsx';
import { rowHeight, stickyHeight } from './row-height.ts';
import { RowMenu } from './RowMenu.tsx';
import { treeStep } from './tree-step.ts';
import { StickyTenant } from './StickyTenant.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRowCommands } from './use-row-commands.ts';

interface SubscriptionGridProps {
  readonly rows: readonly Row[];
}

/** What is open over the list, and where. */
type Overlay =
  | { readonly kind: 'menu'; readonly row: Row; readonly at: DOMRect }
  | { readonly kind: 'details'; readonly row: Row; readonly at: DOMRect };

/**
 * The virtualised list. The grid itself keeps the focus and names its cursor by `aria-activedescendant`; only the
 * cursor's row has buttons in the tab order.
 */
export const SubscriptionGrid = memo(function SubscriptionGrid(props: SubscriptionGridProps) {
  const { rows } = props;
  const grid = useRef<HTMLDivElement>(null);
  const narrow = useIsNarrow(grid);
  // A dialog that was opened from a row's menu gives the focus back here.
  const restoreFocusTarget = useRestoreFocusTarget();
  const { choose, mend, reorder, collapse } = useRowCommands();
  const defaultKey = useSlice('selection').defaultSubscriptionKey;
  const [cursorKey, setCursorKey] = useState<string>();
  const [overlay, setOverlay] = useState<Overlay>();
  const cursor = useMemo(
    () => cursorIndex(rows, cursorKey ?? defaultKey),
    [rows, cursorKey, defaultKey],
  );

  // oxlint-disable-next-line react/incompatible-library -- only React's compiler minds, which is not in use
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => rowHeight(rows[index]?.kind ?? 'subscription', narrow),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return cursor < 0 || indexes.includes(cursor)
        ? indexes
        : [...indexes, cursor].sort((one, other) => one - other);
    },
    overscan: 8,
    scrollPaddingStart: stickyHeight,
  });
  useLayoutEffect(() => virtualizer.measure(), [narrow, virtualizer]);

  function moveTo(index: number): void {
    setCursorKey(rows[index]?.key);
    virtualizer.scrollToIndex(index);
  }

  function openMenu(index: number, at: DOMRect | undefined): void {
    const row = rows[index];
    const element = document.getElementById(rowId(index));
    if (row === undefined || element === null) return;
    setCursorKey(row.key);
    setOverlay({ kind: 'menu', row, at: at ?? belowName(element) });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== grid.current) {
      if (event.key === 'Escape' || event.key.startsWith('Arrow')) grid.current?.focus();
      if (!event.key.startsWith('Arrow')) return;
    }
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / 44) - 1);
    const target = moveCursor(event.key, cursor, rows.length, page);
    const row = rows[cursor];
    const step = treeStep(event.key, rows, cursor);
    if (event.altKey && event.key === 'ArrowUp') reorder(row, 'up');
    else if (event.altKey && event.key === 'ArrowDown') reorder(row, 'down');
    else if (target !== undefined) moveTo(target);
    else if (step?.kind === 'move') moveTo(step.index);
    else if (step?.kind === 'collapse') collapse(step.tenantKey, step.collapsed);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      openMenu(cursor, undefined);
    else if (event.key === 'Enter' && row?.kind === 'subscription') choose(row);
    else if (event.key === 'Enter' && row?.kind === 'problem') mend(row);
    else if (event.key === 'Enter') openMenu(cursor, undefined);
    else {
      if (isTyping(event)) focusFilter();
      return;
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const place = placeOf(event);
    const row = place && rows[place.index];
    if (row === undefined || place === undefined) return;
    setCursorKey(row.key);
    const { action } = place;
    if (action === undefined) {
      grid.current?.focus();
      return;
    }
    switch (action.dataset['action'] ?? '') {
      case 'choose':
        choose(row);
        return;
      case 'fold':
        if (row.kind === 'tenant' && row.collapsed !== undefined) collapse(row.key, !row.collapsed);
        grid.current?.focus();
        return;
      case 'remedy':
        mend(row);
        return;
      case 'details':
        setOverlay({ kind: 'details', row, at: action.getBoundingClientRect() });
        return;
      case 'menu':
        openMenu(place.index, action.getBoundingClientRect());
        return;
    }
  }

  function onContextMenu(event: MouseEvent): void {
    const place = placeOf(event);
    event.preventDefault();
    if (place !== undefined) openMenu(place.index, new DOMRect(event.clientX, event.clientY));
  }

  function closeOverlay(): void {
    setOverlay(undefined);
    grid.current?.focus();
  }

  return (
    <>
      <div
        ref={grid}
        id={subscriptionGridId}
        role="treegrid"
        aria-label="Subscriptions"
        aria-rowcount={rows.length}
        aria-activedescendant={cursor < 0 ? undefined : rowId(cursor)}
        tabIndex={0}
        {...restoreFocusTarget}
        className={styles.grid}
        data-narrow={narrow || undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => choose(rows[placeOf(event)?.index ?? -1])}
        onContextMenu={onContextMenu}
      >
        <StickyTenant rows={rows} first={virtualizer.range?.startIndex ?? 0} />
        <div
          role="presentation"
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <GridRow
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                height={item.size}
                active={item.index === cursor}
                isDefault={row.key === defaultKey}
              />
            );
          })}
        </div>
      </div>
      {overlay?.kind === 'menu' && (
        <RowMenu row={overlay.row} at={overlay.at} onClose={closeOverlay} />
      )}
      {overlay?.kind === 'details' && overlay.row.kind === 'problem' && (
        <ProblemPopover row={overlay.row} at={overlay.at} onClose={closeOverlay} />
      )}
    </>
  );
});

/** The row of the cursor; where its row is gone, the first subscription. */
function cursorIndex(rows: readonly Row[], key: string | undefined): number {
  const index = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
  if (index >= 0) return index;
  const first = rows.findIndex((row) => row.kind === 'subscription');
  return first >= 0 ? first : rows.length - 1 < 0 ? -1 : 0;
}

/** Where a menu opens that was asked for by key. */
function belowName(element: HTMLElement): DOMRect {
  const { left, bottom } = element.getBoundingClientRect();
  return new DOMRect(left + 48, bottom - 6);
}

function placeOf(event: MouseEvent) {
  if (!(event.target instanceof Element)) return undefined;
  const element = event.target.closest<HTMLElement>('[data-index]');
  if (element === null) return undefined;
  const action = event.target.closest<HTMLElement>('[data-action]') ?? undefined;
  return { index: Number(element.dataset['index']), action };
}

function isTyping(event: KeyboardEvent): boolean {
  return (
    event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  );
}
