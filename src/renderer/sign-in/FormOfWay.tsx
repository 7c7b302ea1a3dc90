import { ManagedIdentityDialog } from '../managed-identity/ManagedIdentityDialog.tsx';
import { SignInLineDialog } from './SignInLineDialog.tsx';
import { TenantDialog } from './TenantDialog.tsx';
import { useTenantDraft } from './use-tenant-draft.ts';

/** A way to sign in that asks something first. */
export type FormWay = 'tenant' | 'line' | 'managed-identity';

interface FormOfWayProps {
  readonly way: FormWay | undefined;
  readonly onClose: () => void;
}

/** The form of the way that was chosen. */
export function FormOfWay({ way, onClose }: FormOfWayProps) {
  const draft = useTenantDraft();
  switch (way) {
    case 'tenant':
      return <TenantDialog draft={draft} onClose={onClose} />;
    case 'line':
      return <SignInLineDialog onClose={onClose} />;
    case 'managed-identity':
      return <ManagedIdentityDialog onClose={onClose} />;
    case undefined:
      return null;
  }
}
