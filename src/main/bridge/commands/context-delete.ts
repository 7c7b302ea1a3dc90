import { commandOnContext } from './named-context.ts';

export const contextDelete = commandOnContext(
  {
    name: 'context delete',
    summary: 'Delete a context. What it points at stays.',
  },
  'delete-context',
);
