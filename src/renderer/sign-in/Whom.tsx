import type { SignInPurpose } from '../../shared/app-state.ts';
import styles from './SignIn.module.css';

/** Which account, tenant and service a sign-in is for, as far as it is for certain ones. */
export function Whom({ purpose }: { purpose: SignInPurpose }) {
  const { username, tenant, tenantName, scopes } = purpose;
  const facts = [
    ['Account', username],
    ['Tenant', tenantName ?? tenant, tenantName === undefined ? undefined : tenant],
    ['For', scopes?.join(' ')],
  ] as const;
  if (facts.every(([, value]) => value === undefined)) return null;
  return (
    <dl className={styles.whom} aria-label="This sign-in is for">
      {facts.map(([name, value, id]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {id !== undefined && <small>{id}</small>}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
