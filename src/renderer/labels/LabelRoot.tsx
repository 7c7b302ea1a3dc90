import type { ReactNode } from 'react';
import { useState } from 'react';
import { accountLabel } from '../../shared/format.ts';
import { useSlice } from '../state/window-context.ts';
import { LabelDialog } from './LabelDialog.tsx';
import type { Labelled } from './labelling.ts';
import { LabelContext } from './labelling.ts';

/** Lets everything below open the form, of which there is one. */
export function LabelRoot({ children }: { children: ReactNode }) {
  const [of, setOf] = useState<Labelled>();
  const name = useTrueName(of);
  return (
    <LabelContext value={setOf}>
      {children}
      {of !== undefined && name !== undefined && (
        <LabelDialog of={of} name={name} onClose={() => setOf(undefined)} />
      )}
    </LabelContext>
  );
}

/** The name without any label; none where it is gone meanwhile. */
function useTrueName(of: Labelled | undefined): string | undefined {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  switch (of?.kind) {
    case 'account': {
      const account = accounts.find(({ key }) => key === of.key);
      return account && accountLabel(account);
    }
    case 'tenant': {
      const tenant = tenants.find(({ key }) => key === of.key);
      return tenant && (tenant.displayName || tenant.tenantId);
    }
    case undefined:
      return undefined;
  }
}
