import { Popover, PopoverSurface } from '@fluentui/react-components';
import { problemTitles } from '../../shared/format.ts';
import { ProblemFacts } from '../problem/ProblemFacts.tsx';
import type { Row } from './directory-index.ts';
import styles from './Grid.module.css';

interface ProblemPopoverProps {
  readonly row: Extract<Row, { readonly kind: 'problem' }>;
  readonly at: DOMRect;
  readonly onClose: () => void;
}

/** All that is known of why a tenant can't be read. */
export function ProblemPopover({ row, at, onClose }: ProblemPopoverProps) {
  const title = problemTitles[row.problem.kind];
  return (
    <Popover
      open
      trapFocus
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{
        target: { getBoundingClientRect: () => at },
        position: 'below',
        align: 'end',
      }}
    >
      <PopoverSurface className={styles.popover} aria-label={title}>
        <h3 className={styles.popoverTitle}>{title}</h3>
        <p>{row.problem.message}</p>
        <ProblemFacts
          problem={row.problem}
          copy={{ kind: 'tenant-problem', tenantKey: row.tenant.key }}
        />
      </PopoverSurface>
    </Popover>
  );
}
