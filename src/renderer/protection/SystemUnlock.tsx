import { Button } from '@fluentui/react-components';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';

/** Lets the system say whether its owner is there. */
export function SystemUnlock({ label }: { label: string }) {
  const unlock = useAction('unlock');
  return (
    <>
      <Button
        appearance="primary"
        size="large"
        autoFocus
        disabled={unlock.busy}
        onClick={() => void unlock.start({})}
      >
        {label}
      </Button>
      {unlock.problem !== undefined && <ProblemBox problem={unlock.problem} place={{}} />}
    </>
  );
}
