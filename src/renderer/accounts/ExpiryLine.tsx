import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { credentialStanding } from '../../shared/credential-expiry.ts';
import { formatDate } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useNow } from '../state/clock.ts';
import { Standing } from './Standing.tsx';

/** Seen only while a service principal's certificate comes near its end, or is past it. */
export function ExpiryLine({ account }: { account: Account }) {
  const { credential } = account;
  const standing = useNow((now) => credentialStanding(account, now));
  const open = useServicePrincipalForm();
  if (standing === 'good' || credential?.kind !== 'certificate') return null;
  const words = `Certificate ${standing === 'expired' ? 'expired' : 'expires'} ${formatDate(credential.expiresAt)}`;
  return (
    <Standing
      icon={<WarningRegular />}
      words={words}
      action={{ label: 'Replace…', carryOut: () => open(account.key) }}
    />
  );
}
