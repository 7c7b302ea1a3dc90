import { createContext, use } from 'react';
import type { Problem } from '../../shared/problem.ts';

/** How something that has no better place in the window reaches the person; `Toasts` provides it. */
export interface Feedback {
  readonly report: (problem: Problem) => void;
  readonly tell: (message: string) => void;
}

const silent: Feedback = { report: () => undefined, tell: () => undefined };

export const FeedbackContext = createContext<Feedback>(silent);

export function useReport(): Feedback['report'] {
  return use(FeedbackContext).report;
}

export function useTell(): Feedback['tell'] {
  return use(FeedbackContext).tell;
}
