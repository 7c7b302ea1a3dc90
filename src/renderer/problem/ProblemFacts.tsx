import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import type { Problem } from '../../shared/problem.ts';
import { Facts } from '../facts/Facts.tsx';
import styles from './Problem.module.css';
import type { CopyTarget } from './remedy.ts';
import { useCopyDetail } from './use-remedy.ts';

/** Whether there is anything to show on demand. */
export function hasFacts(problem: Problem): boolean {
  return (
    problem.code !== undefined ||
    problem.detail !== undefined ||
    problem.correlationId !== undefined ||
    problem.traceId !== undefined
  );
}

/** What the provider said of a problem, word for word: for the person's administrator. */
export function ProblemFacts({
  problem,
  copy,
}: {
  problem: Problem;
  copy?: CopyTarget | undefined;
}) {
  const copyDetail = useCopyDetail();
  const facts = [
    ['Code', problem.code],
    ['Correlation ID', problem.correlationId],
    ['Trace ID', problem.traceId],
  ] as const;
  return (
    <div className={styles.facts}>
      <Facts className={styles.factList} facts={facts} />
      {problem.detail !== undefined && (
        <pre
          className={styles.detail}
          tabIndex={0}
          role="region"
          aria-label="What the service said"
        >
          {problem.detail}
        </pre>
      )}
      {copy !== undefined && (
        <Button
          size="small"
          icon={<CopyRegular />}
          className={styles.copy}
          onClick={() => void copyDetail(copy, 'Details')}
        >
          Copy details
        </Button>
      )}
    </div>
  );
}
