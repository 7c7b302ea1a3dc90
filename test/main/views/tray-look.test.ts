import { expect, test } from 'vitest';
import { trayLook } from '../../../src/main/views/tray-look.ts';
import type { Context } from '../../../src/shared/context.ts';
import { account, stateWith, subscription, tenant } from '../bridge/state.ts';

const ada = account('ada');
const red = tenant(ada, 'red');
const web = subscription(red, 'web-id', 'Web');
const pointing = {
  accounts: [ada],
  tenants: [red],
  subscriptions: [web],
  selection: { defaultSubscriptionKey: web.key },
};
const problem = {
  kind: 'sign-in-again',
  message: 'Over.',
  remedy: { kind: 'sign-in' },
} as const;
const ended = { ...ada, session: { kind: 'ended', problem } as const };
const production: Context = {
  id: 'c1',
  name: 'prod',
  accountKey: ada.key,
  username: ada.username,
  tenantId: 'red',
  production: true,
  confirm: false,
};

test.each([
  ['where one points', pointing, 'ready', 'Azimuth\nWeb\nThe red · ada@contoso.com', 'Web'],
  [
    'production',
    { ...pointing, contexts: { list: [production], currentId: 'c1' } },
    'ready',
    'Azimuth\nProduction: Web\nThe red · ada@contoso.com',
    '▲ prod',
  ],
  ['that nobody is signed in', {}, 'ready', 'Azimuth\nNobody is signed in', ''],
  [
    'who needs the person',
    { ...pointing, accounts: [ended] },
    'attention',
    'Azimuth\nWeb\nThe red · ada@contoso.com\nSign in again: ada@contoso.com',
    'Web',
  ],
  [
    'that there is no network, before anything that can’t be mended without one',
    { ...pointing, accounts: [ended], online: false },
    'offline',
    'Azimuth\nNo network\nWeb\nThe red · ada@contoso.com',
    'Web',
  ],
  [
    'that it is locked, and nothing else',
    { ...pointing, online: false, lock: { kind: 'locked', means: [], why: 'asked' } as const },
    'locked',
    'Azimuth\nLocked',
    '',
  ],
])('the icon says %s', (_, slices, sign, toolTip, title) => {
  expect(trayLook(stateWith(slices))).toEqual({ sign, toolTip, title });
});

test('a tooltip is never longer than Windows shows', () => {
  const long = { ...web, displayName: 'x'.repeat(300) };
  const { toolTip, title } = trayLook(stateWith({ ...pointing, subscriptions: [long] }));
  expect([toolTip.length, title.length]).toEqual([127, 24]);
});
