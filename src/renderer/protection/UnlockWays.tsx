import type { Lock } from '../../shared/app-state.ts';
import { SystemUnlock } from './SystemUnlock.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** Every way in that a locked app has. */
export function UnlockWays({ lock }: { lock: Extract<Lock, { kind: 'locked' }> }) {
  const { means, retryAt } = lock;
  return (
    <>
      {means.includes('touch-id') && <SystemUnlock label="Unlock with Touch ID" />}
      {means.includes('keyring') && <SystemUnlock label="Unlock" />}
      {means.includes('passphrase') && (
        <UnlockForm retryAt={retryAt} first={means[0] === 'passphrase'} />
      )}
    </>
  );
}
