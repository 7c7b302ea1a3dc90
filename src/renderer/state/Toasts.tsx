import {
  Toast,
  ToastBody,
  ToastTitle,
  Toaster,
  ToastTrigger,
  Button,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { problemTitles } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Feedback } from './feedback.ts';
import { FeedbackContext } from './feedback.ts';

const dismiss = (
  <ToastTrigger>
    <Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label="Dismiss" />
  </ToastTrigger>
);

function ProblemToast({ problem }: { problem: Problem }) {
  return (
    <Toast>
      <ToastTitle action={dismiss}>{problemTitles[problem.kind]}</ToastTitle>
      <ToastBody>{problem.message}</ToastBody>
    </Toast>
  );
}

type Dispatch = ReturnType<typeof useToastController>['dispatchToast'];

function createFeedback(dispatch: Dispatch): Feedback {
  return {
    report: (problem) => {
      dispatch(<ProblemToast problem={problem} />, { intent: 'error', timeout: 10_000 });
    },
    tell: (message) => {
      const toast = (
        <Toast>
          <ToastTitle>{message}</ToastTitle>
        </Toast>
      );
      dispatch(toast, { intent: 'success', timeout: 2_500, politeness: 'polite' });
    },
  };
}

export function Toasts({ children }: { children: ReactNode }) {
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  const feedback = useMemo(() => createFeedback(dispatchToast), [dispatchToast]);

  return (
    <FeedbackContext value={feedback}>
      {children}
      <Toaster toasterId={toasterId} position="bottom" pauseOnHover pauseOnWindowBlur limit={3} />
    </FeedbackContext>
  );
}
