import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useSlice } from '../state/window-context.ts';
import type { OpenServicePrincipal, ServicePrincipalHint } from './opening.ts';
import { ServicePrincipalContext } from './opening.ts';
import { ServicePrincipalDialog } from './ServicePrincipalDialog.tsx';

/** Lets everything below open the form, of which there is one. */
export function ServicePrincipalRoot({ children }: { children: ReactNode }) {
  const accounts = useSlice('accounts');
  const [asked, setAsked] = useState<{ readonly who: string | ServicePrincipalHint | undefined }>();
  const open = useCallback<OpenServicePrincipal>((who) => setAsked({ who }), []);
  const account = accounts.find(({ key }) => key === asked?.who);
  const hint = typeof asked?.who === 'object' ? asked.who : undefined;

  return (
    <ServicePrincipalContext value={open}>
      {children}
      {asked !== undefined && (
        <ServicePrincipalDialog account={account} hint={hint} onClose={() => setAsked(undefined)} />
      )}
    </ServicePrincipalContext>
  );
}
