import { Button, SearchBox } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { countOf } from '../../shared/format.ts';
import { filterId, focusFilter, focusSubscriptions } from '../panels/navigation.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Directory.module.css';
import { DirectoryStatus } from './DirectoryStatus.tsx';
import { RefreshButton } from './RefreshButton.tsx';
import { indexDirectory } from './directory-index.ts';
import { filterRows } from './filter-rows.ts';
import { nothingReached } from './nothing-reached.ts';
import { SubscriptionGrid } from './SubscriptionGrid.tsx';

/** Everything that can be reached, with its filter. */
export function DirectoryPane() {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const arrangement = useSlice('arrangement');
  const reading = useSlice('discovery').running > 0;
  const [filter, setFilter] = useState('');
  const index = useMemo(
    () => indexDirectory(accounts, tenants, subscriptions, arrangement),
    [accounts, tenants, subscriptions, arrangement],
  );
  const { rows, matches } = useMemo(() => filterRows(index, filter), [index, filter]);
  useFilterKeys();

  return (
    <section className={styles.pane} aria-label="Directory">
      <div className={styles.bar} role="search">
        <SearchBox
          id={filterId}
          className={styles.filter}
          aria-label="Filter subscriptions"
          placeholder="Filter by name, ID, tenant or account"
          title="Ctrl+F or /"
          value={filter}
          onChange={(_, { value }) => setFilter(value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              focusSubscriptions();
            }
            if (event.key !== 'Escape') return;
            if (filter === '') focusSubscriptions();
            setFilter('');
          }}
        />
        <p className={styles.count} aria-live="polite">
          {filter.trim() === ''
            ? countOf(index.total, 'subscription')
            : `${matches.toLocaleString('en-US')} of ${index.total.toLocaleString('en-US')}`}
        </p>
        <RefreshButton />
      </div>
      {rows.length > 0 ? (
        <SubscriptionGrid rows={rows} />
      ) : (
        <div className={styles.nothing}>
          {filter.trim() === '' ? (
            <p>{reading ? 'Looking for tenants…' : nothingReached(accounts)}</p>
          ) : (
            <>
              <p>Nothing matches “{filter.trim()}”.</p>
              <Button onClick={() => setFilter('')}>Clear the filter</Button>
            </>
          )}
        </div>
      )}
      <DirectoryStatus />
    </section>
  );
}

/** Ctrl+F, Cmd+F and `/` put the focus into the filter, from anywhere but another field. */
function useFilterKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
      const slash = event.key === '/' && !isField(event.target);
      if (!find && !slash) return;
      event.preventDefault();
      focusFilter();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
