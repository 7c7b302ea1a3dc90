import { expect, test } from 'vitest';
import { notificationBody } from '../../../src/main/electron/notification-body.ts';

test('the name of a tenant is no link in a notification, on the desktops that would make one of it', () => {
  const name = '<a href="https://evil.example">R&D</a>';
  expect([notificationBody(name, 'linux'), notificationBody(name, 'win32')]).toEqual([
    '&lt;a href="https://evil.example"&gt;R&amp;D&lt;/a&gt;',
    name,
  ]);
});
