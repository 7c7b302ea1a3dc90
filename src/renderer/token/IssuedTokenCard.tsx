import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { IssuedToken } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import type { CommandInput } from '../../shared/contract.ts';
import { formatSpan } from '../../shared/format.ts';
import { Address } from '../facts/Address.tsx';
import { Called } from '../labels/Called.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useNow } from '../state/clock.ts';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { Claims } from './Claims.tsx';
import { CopyTokenButton } from './CopyTokenButton.tsx';
import { Expiry } from './Expiry.tsx';
import { RevealedToken } from './RevealedToken.tsx';
import styles from './Token.module.css';

interface IssuedTokenCardProps {
  readonly issued: IssuedToken;
  readonly onAsk: (input: CommandInput<'issue-token'>) => void;
}

/** A token as it is known here: everything but its text. */
export function IssuedTokenCard({ issued, onAsk }: IssuedTokenCardProps) {
  const tenants = useSlice('tenants');
  const copy = useAction('copy-token');
  const expired = useNow((now) => now >= issued.expiresAt);
  const tenant = tenants.find(
    ({ accountKey, tenantId }) => accountKey === issued.accountKey && tenantId === issued.tenantId,
  );

  return (
    <section className={styles.card} aria-label="Issued token">
      <h3 className={styles.audience}>{audienceLabel(issued.audience)}</h3>
      <Expiry issued={issued} expired={expired} onAsk={onAsk} />
      {!expired && (
        <CopyTokenButton
          busy={copy.busy}
          onCopy={(form) => void copy.start({ tokenId: issued.id, form })}
        />
      )}
      <ClipboardLine tokenId={issued.id} />
      {copy.problem !== undefined && <ProblemBox problem={copy.problem} place={{}} />}
      <dl className={styles.facts}>
        <div>
          <dt>Tenant</dt>
          <dd>
            {tenant !== undefined && <Called labelKey={tenant.key} name={tenant.displayName} />}
            <span className={styles.mono}>{issued.tenantId}</span>
          </dd>
        </div>
        <div>
          <dt>Account</dt>
          <dd>
            <Called labelKey={issued.accountKey} name={issued.username} />
          </dd>
        </div>
        {issued.subscriptionId !== undefined && (
          <div>
            <dt>Subscription</dt>
            <dd className={styles.mono}>{issued.subscriptionId}</dd>
          </div>
        )}
        <div>
          <dt>{issued.scopes.length === 1 ? 'Scope' : 'Scopes'}</dt>
          <dd>
            {issued.scopes.map((scope) => (
              <span key={scope} className={styles.mono}>
                <Address>{scope}</Address>
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <RevealedToken tokenId={issued.id} />
      <Claims tokenId={issued.id} />
    </section>
  );
}

/** How long a copied token stays on the clipboard. */
function ClipboardLine({ tokenId }: { tokenId: string }) {
  const clipboard = useSlice('clipboard');
  const clearsAt =
    clipboard.kind === 'token' && clipboard.tokenId === tokenId ? clipboard.clearsAt : undefined;
  const left = useNow((now) =>
    clearsAt === undefined ? undefined : formatSpan(Math.max(1, clearsAt - now)),
  );
  if (left === undefined) return null;
  return (
    <p className={styles.clipboard}>
      <span className={styles.clipboardIcon}>
        <CheckmarkCircleRegular />
      </span>
      On the clipboard, clears in {left}
    </p>
  );
}
