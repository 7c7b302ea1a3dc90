import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { problemTitles, remedyLabel } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import styles from './Problem.module.css';
import { hasFacts, ProblemFacts } from './ProblemFacts.tsx';
import type { ProblemPlace } from './remedy.ts';
import { remedyStep } from './remedy.ts';
import { useRemedy } from './use-remedy.ts';

interface ProblemBoxProps {
  readonly problem: Problem;
  readonly place: ProblemPlace;
  /** More buttons, after the remedy's. */
  readonly children?: ReactNode;
}

/** A problem where it happened: what it is, the one thing to do about it, and the service's own words on demand. */
export function ProblemBox({ problem, place, children }: ProblemBoxProps) {
  const [open, setOpen] = useState(false);
  const carryOut = useRemedy();
  const step = remedyStep(problem, place);
  const advice = adviceOf(problem);
  return (
    <div className={styles.box} role="group" aria-label="Problem">
      <span className={styles.icon}>
        <ErrorCircleRegular />
      </span>
      <div className={styles.body}>
        <h3 className={styles.title}>{problemTitles[problem.kind]}</h3>
        <p>{problem.message}</p>
        {advice !== undefined && <p className={styles.advice}>{advice}.</p>}
        <div className={styles.actions}>
          {step !== undefined && (
            <Button appearance="primary" onClick={() => carryOut(step)}>
              {step.label}
            </Button>
          )}
          {children}
          {hasFacts(problem) && (
            <Button
              appearance="transparent"
              className={styles.more}
              icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
              iconPosition="after"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Details
            </Button>
          )}
        </div>
        {open && <ProblemFacts problem={problem} copy={place.copy} />}
      </div>
    </div>
  );
}

/** What the person can do away from here, where the remedy is of that kind. */
function adviceOf({ remedy }: Problem): string | undefined {
  switch (remedy?.kind) {
    case 'check-network':
    case 'check-clock':
      return remedyLabel(remedy);
    default:
      return undefined;
  }
}
