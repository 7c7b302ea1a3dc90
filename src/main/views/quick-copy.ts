import type { AppState } from '../../shared/app-state.ts';
import type { Audience, AudienceId } from '../../shared/audience.ts';
import { whereYouPoint } from './where-you-point.ts';

/** The service of a quick copy: that of the settings, else that of the current context, else Azure Resource Manager. */
export function quickCopyAudience(state: AppState): Audience {
  const { audience } = state.settings.quickCopy;
  if (audience !== undefined) return known(audience);
  const point = whereYouPoint(state);
  const ofContext = point.kind === 'place' ? point.context?.audience : undefined;
  return ofContext ?? known('resource-manager');
}

const known = (id: AudienceId): Audience => ({ kind: 'known', id });
