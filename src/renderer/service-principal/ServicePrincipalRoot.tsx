import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useSlice } from '../state/window-context.ts';
import { ServicePrincipalContext } from './opening.ts';
import { ServicePrincipalDialog } from './ServicePrincipalDialog.tsx';

/** Lets everything below open the form, of which there is one. */
export function ServicePrincipalRoot({ children }: { children: ReactNode }) {
  const accounts = useSlice('accounts');
  const [asked, setAsked] = useState<{ readonly accountKey: string | undefined }>();
  const open = useCallback((accountKey?: string) => setAsked({ accountKey }), []);
  const account = accounts.find(({ key }) => key === asked?.accountKey);

  return (
    <ServicePrincipalContext value={open}>
      {children}
      {asked !== undefined && (
        <ServicePrincipalDialog account={account} onClose={() => setAsked(undefined)} />
      )}
    </ServicePrincipalContext>
  );
}
