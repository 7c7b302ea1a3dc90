import { expect, test } from 'vitest';
import { newNotifications } from '../../../src/main/views/notifications.ts';
import type {
  AppState,
  Confirmation,
  HandOut,
  IssuedToken,
  Notice,
} from '../../../src/shared/app-state.ts';
import { storeWith } from '../core/examples.ts';

const plain: Notice = { id: 'a', tone: 'info', message: 'Just so.' };
const due: Notice = { id: 'b', tone: 'info', message: 'Do it.', remedy: { kind: 'sign-in' } };
const question: Confirmation = {
  id: 'c',
  contextId: 'prod',
  audience: { kind: 'known', id: 'resource-manager' },
  at: 0,
  surface: 'cli',
  program: 'terraform',
  pid: 42,
};
const prod = { id: 'prod', name: 'shop', accountKey: 'ada', username: 'ada@contoso.com' };

const nothing = storeWith({}).state();
const told: AppState = {
  ...nothing,
  lock: { kind: 'open', means: [] },
  notices: [plain, due],
  contexts: { list: [{ ...prod, tenantId: 'red', production: true, confirm: true }] },
  confirmations: { asked: [question, { ...question, id: 'd', surface: 'window' }], granted: [] },
};

test('the system hears once of what can be done about and of programs that wait, and nothing while the app is locked', () => {
  expect([
    newNotifications(nothing, told),
    newNotifications(told, told),
    newNotifications(nothing, { ...told, lock: { kind: 'locked', means: [], why: 'asked' } }),
  ]).toEqual([
    [
      { title: 'Azimuth', body: 'Do it.' },
      {
        title: 'Hand out a token of production?',
        body: 'Command line: terraform (process 42) waits for a token of “shop”.',
      },
    ],
    [],
    [],
  ]);
});

const handOut: HandOut = {
  id: 'h',
  at: 0,
  act: 'copied',
  surface: 'palette',
  audience: { kind: 'known', id: 'graph' },
  username: 'ada@contoso.com',
  accountKey: 'ada',
  tenantId: 'red',
  expiresAt: 3_600_000,
};

test('a token that the palette copied is told of once, and one of the window is not: that shows it itself', () => {
  const after = (surface: HandOut['surface']): AppState => ({
    ...nothing,
    activity: [{ ...handOut, surface }],
  });

  expect([
    newNotifications(nothing, after('palette')).map(({ title }) => title),
    newNotifications(after('palette'), after('palette')),
    newNotifications(nothing, after('window')),
  ]).toEqual([['Token for Microsoft Graph copied'], [], []]);
});

test('what the palette copied is named, whatever token is asked for meanwhile', () => {
  const storage: IssuedToken = {
    id: 't',
    audience: { kind: 'known', id: 'storage' },
    accountKey: 'ada',
    username: 'ada@contoso.com',
    tenantId: 'red',
    scopes: [],
    issuedAt: 0,
    expiresAt: 3_600_000,
  };
  const told = (token: AppState['token']): readonly string[] =>
    newNotifications(nothing, { ...nothing, token, activity: [handOut] }).map(({ title }) => title);

  expect([told({ kind: 'issuing' }), told({ kind: 'issued', issued: storage })]).toEqual([
    ['Token for Microsoft Graph copied'],
    ['Token for Microsoft Graph copied'],
  ]);
});
