import type { Problem } from '../../shared/problem.ts';
import type { Store } from '../core/store.ts';

const noticeId = 'asked-outside';

/** Says in the window why something did not work that was asked for outside of it; without a problem it is taken back. */
export type TellInWindow = (problem: Problem | undefined) => void;

export function createTellInWindow(store: Pick<Store, 'apply'>): TellInWindow {
  return (problem) => {
    if (!problem) return store.apply({ kind: 'notice-dismissed', noticeId });
    const { message, detail, remedy } = problem;
    const notice = {
      id: noticeId,
      tone: 'warning' as const,
      message,
      ...(detail === undefined ? {} : { detail }),
      ...(remedy === undefined ? {} : { remedy }),
    };
    store.apply({ kind: 'noticed', notice });
  };
}
