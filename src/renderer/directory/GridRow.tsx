import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { RadioButtonFilled, RadioButtonRegular } from '@fluentui/react-icons/svg/radio-button';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { memo } from 'react';
import { countOf, problemTitles, stateMeanings, stateNames } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { ShownName } from '../labels/ShownName.tsx';
import { useLabel } from '../labels/use-label.ts';
import { useSlice } from '../state/window-context.ts';
import type { Row, SubscriptionRow } from './directory-index.ts';
import styles from './Grid.module.css';
import { nothingReached } from './nothing-reached.ts';
import { tenantStep } from './row-actions.ts';

interface GridRowProps {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** How deep a row stands; what stands below a tenant is the third level. */
const levels: Partial<Record<Row['kind'], number>> = { account: 1, tenant: 2 };

/** The id of a row's element, for `aria-activedescendant`. */
export const rowId = (index: number): string => `subscriptions-row-${index}`;

/**
 * One row: plain elements and static classes, since hundreds of them pass by while scrolling. Clicks are handled once,
 * by the grid, through `data-action`.
 */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, height, active, isDefault } = props;
  const name = row.kind === 'subscription' ? subscriptionLabel(row, isDefault) : undefined;
  return (
    <div
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-level={levels[row.kind] ?? 3}
      aria-expanded={row.kind === 'tenant' ? row.collapsed !== true : undefined}
      aria-label={name}
      aria-selected={row.kind === 'subscription' ? isDefault : undefined}
      data-index={index}
      data-active={active || undefined}
      className={styles[row.kind]}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <RowCells row={row} active={active} isDefault={isDefault} />
    </div>
  );
});

interface RowCellsProps {
  readonly row: Row;
  readonly active: boolean;
  readonly isDefault: boolean;
}

function RowCells({ row, active, isDefault }: RowCellsProps) {
  switch (row.kind) {
    case 'account':
      return <AccountCell account={row.account} isAlone={row.count === 0} />;
    case 'tenant':
      return <TenantCell row={row} />;
    case 'loading':
      return (
        <div role="gridcell" className={styles.line}>
          <span className={styles.shimmer} />
          <span className="visually-hidden">Loading subscriptions…</span>
        </div>
      );
    case 'unread':
      return (
        <div role="gridcell" className={styles.line}>
          <span className={styles.muted}>Not read yet: refresh the list</span>
        </div>
      );
    case 'empty':
      return (
        <div role="gridcell" className={styles.line}>
          <span className={styles.muted}>No subscriptions in this tenant</span>
        </div>
      );
    case 'problem':
      return <ProblemCells row={row} active={active} />;
    case 'subscription':
      return <SubscriptionCells row={row} active={active} isDefault={isDefault} />;
  }
}

function AccountCell({ account, isAlone }: { account: Account; isAlone: boolean }) {
  const { key, displayName, username } = account;
  const label = useLabel(key);
  const reading = useSlice('discovery').running > 0;
  return (
    <div role="gridcell" className={styles.line}>
      <span className="visually-hidden">Account </span>
      <span className={styles.groupName}>
        <ShownName label={label} name={displayName} />
      </span>
      {(label?.nickname ?? displayName) !== username && (
        <span className={styles.muted}>{username}</span>
      )}
      {isAlone && !reading && <span className={styles.muted}>{nothingReached([account])}</span>}
    </div>
  );
}

function TenantCell({
  row: { tenant, count, collapsed },
}: {
  row: Extract<Row, { kind: 'tenant' }>;
}) {
  const label = useLabel(tenant.key);
  const name = tenant.displayName || tenant.tenantId;
  const Chevron = collapsed === true ? ChevronRightRegular : ChevronDownRegular;
  return (
    <div role="gridcell" className={styles.line}>
      <span
        className={styles.fold}
        data-action="fold"
        data-fixed={collapsed === undefined || undefined}
        aria-hidden="true"
      >
        <Chevron />
      </span>
      <span className="visually-hidden">Tenant </span>
      <span className={styles.groupName}>
        <ShownName label={label} name={name} />
      </span>
      <span className={styles.muted}>
        {label?.nickname !== undefined && `${name} · `}
        {tenant.defaultDomain}
      </span>
      {tenant.status.kind === 'failed' && count > 0 && (
        <span className={styles.muted}>· not updated</span>
      )}
      {count > 0 && <span className={styles.count}>{countOf(count, 'subscription')}</span>}
    </div>
  );
}

function ProblemCells(props: { row: Extract<Row, { kind: 'problem' }>; active: boolean }) {
  const { row, active } = props;
  const step = tenantStep(row.tenant, () => undefined);
  const tabIndex = active ? 0 : -1;
  return (
    <>
      <div role="gridcell" className={styles.problemText}>
        <span className={styles.warning}>
          <WarningRegular />
        </span>
        <p title={row.problem.message}>
          <strong>{problemTitles[row.problem.kind]}.</strong> {row.problem.message}
        </p>
      </div>
      <div role="gridcell" className={styles.problemActions}>
        {step !== undefined && (
          <button type="button" className={styles.button} data-action="remedy" tabIndex={tabIndex}>
            {step.label}
          </button>
        )}
        <button type="button" className={styles.link} data-action="details" tabIndex={tabIndex}>
          Details
        </button>
      </div>
    </>
  );
}

function SubscriptionCells(props: { row: SubscriptionRow; active: boolean; isDefault: boolean }) {
  const { row, active, isDefault } = props;
  const { displayName, subscriptionId, state } = row.subscription;
  const isFavourite = useSlice('arrangement').favourites.includes(row.key);
  const tabIndex = active ? 0 : -1;
  const Radio = isDefault ? RadioButtonFilled : RadioButtonRegular;
  return (
    <>
      <div role="gridcell" className={styles.pick}>
        <button
          type="button"
          className={styles.iconButton}
          data-action="choose"
          aria-label={isDefault ? `Default: ${displayName}` : `Set as default: ${displayName}`}
          title={isDefault ? 'The default subscription' : 'Set as default'}
          tabIndex={tabIndex}
        >
          <Radio />
        </button>
      </div>
      <div role="gridcell" className={styles.nameCell}>
        <span className={styles.name} title={displayName}>
          {displayName}
        </span>
        {isFavourite && (
          <span className={styles.star} role="img" aria-label="Favourite">
            <StarFilled />
          </span>
        )}
        {isDefault && <span className={styles.defaultBadge}>Default</span>}
        {state !== 'Enabled' && (
          <span className={styles.stateBadge} title={stateMeanings[state]}>
            {stateNames[state]}
          </span>
        )}
      </div>
      <div role="gridcell" className={styles.idCell}>
        {subscriptionId}
      </div>
      <div role="gridcell" className={styles.rowMenu}>
        <button
          type="button"
          className={styles.iconButton}
          data-action="menu"
          aria-label={`Actions for ${displayName}`}
          aria-haspopup="menu"
          tabIndex={tabIndex}
        >
          <MoreHorizontalRegular />
        </button>
      </div>
    </>
  );
}

function subscriptionLabel(row: SubscriptionRow, isDefault: boolean): string {
  const { displayName, subscriptionId, state } = row.subscription;
  const marks = [isDefault ? 'Default' : '', state === 'Enabled' ? '' : stateNames[state]];
  return [displayName, ...marks.filter(Boolean), subscriptionId].join(', ');
}
