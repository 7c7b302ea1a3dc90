import type { Row } from './directory-index.ts';

/** The height of the tenant's name that stays in sight. */
export const stickyHeight = 32;

/** Heights are known, so that nothing has to be measured while scrolling. A narrow list puts the id below the name. */
export function rowHeight(kind: Row['kind'], narrow: boolean): number {
  switch (kind) {
    case 'account':
      return 44;
    case 'tenant':
      return 44;
    case 'unread':
    case 'loading':
    case 'empty':
      return 36;
    case 'problem':
      return narrow ? 92 : 56;
    case 'subscription':
      return narrow ? 50 : 40;
  }
}
