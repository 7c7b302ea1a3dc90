import { commandOnContext } from './named-context.ts';

export const contextApprove = commandOnContext(
  {
    name: 'context approve',
    summary: 'Let a production context hand out tokens for 15 minutes without being asked.',
  },
  'approve-context',
);
