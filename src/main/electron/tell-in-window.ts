import type { Problem } from '../../shared/problem.ts';
import type { Store } from '../core/store.ts';

const noticeId = 'asked-outside';

/**
 * Says in the window why something did not work that was asked for outside of it. Without a problem it is taken back, and
 * so it is once a token is copied.
 */
export type TellInWindow = (problem: Problem | undefined) => void;

export function createTellInWindow(store: Pick<Store, 'apply' | 'subscribe'>): TellInWindow {
  const tell: TellInWindow = (problem) => {
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
  store.subscribe(({ changed }) => {
    if (changed.clipboard?.kind === 'token') tell(undefined);
  });
  return tell;
}
