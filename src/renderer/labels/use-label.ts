import type { Label } from '../../shared/label.ts';
import { useSlice } from '../state/window-context.ts';

/** What the person calls an account or a tenant, if anything. */
export function useLabel(key: string | undefined): Label | undefined {
  const { labels } = useSlice('arrangement');
  return key === undefined ? undefined : labels[key];
}
