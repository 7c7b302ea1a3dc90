import { expect, test } from 'vitest';
import { newNotifications } from '../../../src/main/views/notifications.ts';
import type { Notice } from '../../../src/shared/app-state.ts';

const plain: Notice = { id: 'a', tone: 'info', message: 'Just so.' };
const due: Notice = { id: 'b', tone: 'info', message: 'Do it.', remedy: { kind: 'sign-in' } };
const open = { kind: 'open', means: [] } as const;

test('the system hears once of what can be done about, and nothing while the app is locked', () => {
  const notices = [plain, due];
  expect([
    newNotifications([], { notices, lock: open }),
    newNotifications(notices, { notices, lock: open }),
    newNotifications([], { notices, lock: { kind: 'locked', means: [], why: 'asked' } }),
  ]).toEqual([[{ title: 'Azimuth', body: 'Do it.' }], [], []]);
});
