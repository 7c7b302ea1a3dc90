import type { Asker } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { TokenForm } from '../../shared/token-form.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import type { SystemNotification } from '../views/notifications.ts';
import { copiedNotification } from '../views/notifications.ts';
import { quickCopyAudience } from '../views/quick-copy.ts';

/** What is to be copied, and who asks; the rest is as the settings have it. */
export interface OutsideCopy {
  readonly surface: Asker['surface'];
  readonly target?: TokenTarget;
  readonly audience?: Audience | undefined;
  readonly form?: TokenForm | undefined;
}

/** Copies a token for somebody who does not look at the window. Nothing opens a browser: what can't be had silently fails. */
export type CopyOutside = (wanted: OutsideCopy) => Promise<Result<SystemNotification>>;

export function createCopyOutside(store: Pick<Store, 'state'>, run: RunCommand): CopyOutside {
  return async (wanted) => {
    const { surface, target = { kind: 'default' } } = wanted;
    const { audience = quickCopyAudience(store.state()) } = wanted;
    const { form = store.state().settings.quickCopy.form } = wanted;
    const issued = await run('issue-token', { target, audience }, surface);
    if (!issued.ok) return issued;
    const copied = await run('copy-token', { tokenId: issued.value.id, form }, surface);
    return copied.ok ? succeed(copiedNotification(store.state(), issued.value, form)) : copied;
  };
}
