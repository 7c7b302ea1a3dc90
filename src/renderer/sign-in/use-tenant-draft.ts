import { useState } from 'react';
import { longestLoginHint } from '../../shared/login-hint.ts';
import { longestTenantName } from '../../shared/tenant-name.ts';
import type { BoundedText } from '../forms/use-bounded-text.ts';
import { useBoundedText } from '../forms/use-bounded-text.ts';
import { useSlice } from '../state/window-context.ts';

/** What was typed of a tenant. It outlives its form, so that it is still there after a sign-in that came to nothing. */
export interface TenantDraft {
  readonly cloud: string;
  readonly chooseCloud: (cloud: string) => void;
  readonly tenant: BoundedText;
  readonly account: BoundedText;
}

export function useTenantDraft(): TenantDraft {
  const { current } = useSlice('clouds');
  const [chosen, chooseCloud] = useState<string>();
  const tenant = useBoundedText(longestTenantName);
  const account = useBoundedText(longestLoginHint);
  return { cloud: chosen ?? current, chooseCloud, tenant, account };
}
