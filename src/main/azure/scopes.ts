import type { Cloud } from '../../shared/cloud.ts';
import { audienceScopes } from '../../shared/audience.ts';

/** What a sign-in asks for, and what listing needs: Azure Resource Manager, as Azure CLI has it. */
export const resourceManagerScopes = (cloud: Cloud): string[] => [
  ...audienceScopes({ kind: 'known', id: 'resource-manager' }, cloud),
];
