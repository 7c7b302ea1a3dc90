import type { SignInPurpose } from '../../shared/sign-in.ts';
import { Facts } from '../facts/Facts.tsx';
import styles from './SignIn.module.css';

/** Which account, tenant and service a sign-in is for, as far as it is for certain ones. */
export function Whom({ purpose }: { purpose: SignInPurpose }) {
  const { username, tenant, tenantName, scopes } = purpose;
  if (username === undefined && tenant === undefined && scopes === undefined) return null;
  const named = tenant && <TenantNamed name={tenantName} id={tenant} />;
  const facts = [
    ['Account', username],
    ['Tenant', named],
    ['For', scopes?.join(' ')],
  ] as const;
  return <Facts className={styles.whom} label="This sign-in is for" facts={facts} />;
}

function TenantNamed({ name, id }: { name: string | undefined; id: string }) {
  if (name === undefined) return id;
  return (
    <>
      {name}
      <small>{id}</small>
    </>
  );
}
