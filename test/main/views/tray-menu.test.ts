import { describe, expect, test } from 'vitest';
import { showPalette } from '../../../src/main/views/menu-line.ts';
import { dockMenu, trayMenu } from '../../../src/main/views/tray-menu.ts';
import type { Context } from '../../../src/shared/context.ts';
import type { Use } from '../../../src/shared/usage.ts';
import { nothingUsed } from '../../../src/shared/usage.ts';
import { nothingArranged } from '../../../src/main/core/arrangement.ts';
import { account, stateWith, subscription, tenant } from '../bridge/state.ts';
import { actAt, menuText } from './menu-text.ts';

const ada = account('ada');
const bob = account('bob');
const red = tenant(ada, 'red');
const blue = tenant(ada, 'blue');
const web = subscription(red, 'web-id', 'Web');
const data = subscription(blue, 'data-id', 'R&D');
const twoTenants = { accounts: [ada], tenants: [red, blue], subscriptions: [web, data] };
const open = { kind: 'open', means: ['keyring'] } as const;

const production: Context = {
  id: 'c1',
  name: 'prod',
  accountKey: ada.key,
  username: ada.username,
  tenantId: 'red',
  subscriptionId: 'web-id',
  audience: { kind: 'known', id: 'key-vault' },
  colour: 'red',
  production: true,
  confirm: true,
};

const used = (lastAt: number): Use => ({ lastAt, weight: 1 });

const services = [
  'Azure Resource Manager',
  'Microsoft Graph',
  '---',
  'Key Vault',
  'Storage',
  'SQL Database',
  'Azure DevOps',
  'Log Analytics',
  'Service Bus',
  'PostgreSQL and MySQL',
];

const ended = {
  kind: 'ended',
  problem: { kind: 'sign-in-again', message: 'Over.', remedy: { kind: 'sign-in' } },
} as const;

describe('the menu of the tray', () => {
  test('says where one points, copies tokens, switches, and has the rest of the app in it', () => {
    const state = stateWith({
      ...twoTenants,
      lock: open,
      selection: { defaultSubscriptionKey: data.key },
      usage: { ...nothingUsed, tenants: { [blue.key]: used(2), [red.key]: used(1) } },
      arrangement: {
        labels: { [blue.key]: { colour: 'blue' } },
        tenantOrder: {},
        collapsed: [],
        favourites: [],
      },
    });

    expect(menuText(trayMenu(state))).toEqual([
      '(R&D [blue])',
      '(The blue · ada@contoso.com)',
      '---',
      '▸ Copy token for',
      ...services.map((line) => `  ${line}`),
      '  ---',
      '  ▸ The red · ada@contoso.com',
      ...services.map((line) => `    ${line}`),
      '▸ Switch to',
      '  (The blue [blue])',
      '  ✓ R&D',
      '  ---',
      '  (The red)',
      '  · Web',
      '  ---',
      '  Find…',
      '---',
      '· SDK endpoint',
      'Lock',
      '---',
      'Open Azimuth',
      'Settings…',
      '---',
      'Quit Azimuth',
    ]);
    expect([
      actAt(trayMenu(state), 'Copy token for', 'Microsoft Graph'),
      actAt(trayMenu(state), 'Copy token for', 'The red · ada@contoso.com', 'Storage'),
      actAt(trayMenu(state), 'Switch to', 'Web'),
      actAt(trayMenu(state), 'Switch to', 'Find…'),
    ]).toEqual([
      {
        kind: 'copy-token',
        target: { kind: 'default' },
        audience: { kind: 'known', id: 'graph' },
      },
      {
        kind: 'copy-token',
        target: { kind: 'tenant', tenantKey: red.key },
        audience: { kind: 'known', id: 'storage' },
      },
      { kind: 'run', name: 'choose-default', input: { subscriptionKey: web.key } },
      showPalette,
    ]);
  });

  test('marks production, by its context and by any other way to the same place', () => {
    const contexts = { list: [production], currentId: 'c1' };
    const selection = { defaultSubscriptionKey: web.key };
    const named = trayMenu(stateWith({ ...twoTenants, contexts, selection }));
    const plain = trayMenu(
      stateWith({ ...twoTenants, contexts: { list: [production] }, selection }),
    );

    expect(menuText(named).slice(0, 7)).toEqual([
      '(Web [red])',
      '(The red · ada@contoso.com)',
      '(Context prod · Production)',
      '---',
      '▸ Copy token for',
      '  Key Vault',
      '  Azure Resource Manager',
    ]);
    expect(menuText(plain).slice(0, 3)).toEqual([
      '(Web)',
      '(The red · ada@contoso.com)',
      '(Production)',
    ]);
    expect(menuText(named)).toContain('  ✓ prod (production) [red]');
    expect(actAt(named, 'Switch to', 'prod (production)')).toEqual({
      kind: 'run',
      name: 'use-context',
      input: { contextId: 'c1' },
    });
  });

  test('points at a whole tenant where the context is one', () => {
    const { subscriptionId: _, ...whole } = production;
    const contexts = { list: [whole], currentId: 'c1' };

    expect(menuText(trayMenu(stateWith({ ...twoTenants, contexts }))).slice(0, 2)).toEqual([
      '(The whole tenant [red])',
      '(The red · ada@contoso.com)',
    ]);
  });

  test('offers what mends an account or a tenant, and leads to the window for the rest', () => {
    const state = stateWith({
      accounts: [
        { ...ada, session: ended },
        bob,
        {
          ...account('robot'),
          kind: 'service-principal',
          session: {
            kind: 'ended',
            problem: {
              kind: 'bad-client-credential',
              message: 'No.',
              remedy: { kind: 'replace-credential' },
            },
          },
        },
      ],
      tenants: [
        {
          ...tenant(bob, 'green'),
          status: {
            kind: 'failed',
            problem: {
              kind: 'step-up',
              message: 'More.',
              remedy: { kind: 'sign-in', tenantId: 'green' },
            },
          },
        },
        {
          ...tenant(bob, 'gone'),
          status: { kind: 'failed', problem: { kind: 'service-error', message: 'Later.' } },
        },
      ],
    });
    const menu = trayMenu(state);

    expect(menuText(menu).slice(2, 5)).toEqual([
      'Sign in again: ada@contoso.com',
      'Replace credential…: robot',
      'Sign in to this tenant: The green (bob@contoso.com)',
    ]);
    expect([
      actAt(menu, 'Sign in to this tenant: The green (bob@contoso.com)'),
      actAt(menu, 'Replace credential…: robot'),
    ]).toEqual([
      {
        kind: 'run',
        name: 'sign-in',
        input: { method: 'interactive', accountKey: bob.key, tenant: 'green' },
        open: true,
      },
      { kind: 'open' },
    ]);
  });

  test.each([
    ['nobody', {}, ['(Nobody is signed in)', 'Sign in…']],
    ['no default', twoTenants, ['(No default subscription)', '---']],
    [
      'a lost default',
      { ...twoTenants, selection: { lost: { displayName: 'Old', subscriptionId: 'x' } } },
      ['(The default is gone: Old)', '---'],
    ],
    ['no network', { ...twoTenants, online: false }, ['(No default subscription)', '---']],
    [
      'a start that still reads what it remembers',
      { about: { version: '1', host: 'electron' as const, restored: false } },
      ['(Starting…)', '---'],
    ],
  ])('says so with %s', (_, slices, first) => {
    expect(menuText(trayMenu(stateWith(slices))).slice(0, 2)).toEqual(first);
  });

  test('leads to the settings before anybody is signed in too', () => {
    expect(menuText(trayMenu(stateWith({})))).toEqual([
      '(Nobody is signed in)',
      'Sign in…',
      '---',
      '· SDK endpoint',
      '---',
      'Open Azimuth',
      'Settings…',
      '---',
      'Quit Azimuth',
    ]);
  });

  test('says that there is no network', () => {
    expect(menuText(trayMenu(stateWith({ ...twoTenants, online: false })))).toContain(
      '(No network)',
    );
  });

  test('tells nothing of the list while it is locked, and asks for the passphrase in the window', () => {
    const locked = (means: 'passphrase' | 'touch-id') =>
      trayMenu(
        stateWith({ ...twoTenants, lock: { kind: 'locked', means: [means], why: 'asked' } }),
      );

    expect(menuText(locked('passphrase'))).toEqual([
      'Unlock…',
      '---',
      'Open Azimuth',
      '---',
      'Quit Azimuth',
    ]);
    expect([actAt(locked('passphrase'), 'Unlock…'), actAt(locked('touch-id'), 'Unlock…')]).toEqual([
      { kind: 'open' },
      { kind: 'run', name: 'unlock', input: {}, open: true },
    ]);
  });

  test('can’t be locked where nothing could unlock it', () => {
    const state = stateWith({ ...twoTenants, lock: { kind: 'open', means: [] } });
    expect(menuText(trayMenu(state))).not.toContain('Lock');
  });

  test('shows the SDK endpoint as it is and switches it', () => {
    const at = { kind: 'on', address: 'http://127.0.0.1:4321/', port: 4_321 } as const;
    const problem = { kind: 'endpoint', message: 'Taken.' } as const;
    const on = trayMenu(stateWith({ endpoint: at }));
    const failed = trayMenu(stateWith({ endpoint: { kind: 'failed', problem } }));

    expect(menuText(on)).toContain('✓ SDK endpoint (port 4321, 0 grants)');
    expect(actAt(on, 'SDK endpoint (port 4321, 0 grants)')).toEqual({
      kind: 'run',
      name: 'switch-endpoint',
      input: { on: false },
    });
    expect(menuText(failed)).toContain('SDK endpoint could not be opened. Try again');
  });

  test('stays short with 2,000 subscriptions, grouped by tenant in the order that people count', () => {
    const tenants = Array.from({ length: 40 }, (_, index) => ({
      ...tenant(ada, `t${index + 1}`),
      displayName: `Team ${index + 1}`,
    }));
    const subscriptions = tenants.flatMap((one) =>
      Array.from({ length: 50 }, (_, index) =>
        subscription(
          one,
          `${one.tenantId}-s${index + 1}`,
          `App ${index + 1} ${'long '.repeat(30)}`,
        ),
      ),
    );
    const menu = trayMenu(stateWith({ accounts: [ada], tenants, subscriptions }));
    const text = menuText(menu);
    const [first] = text.filter((line) => line.startsWith('    ·'));

    expect(text.length).toBeLessThan(500);
    expect(Math.max(...text.map((line) => [...line].length))).toBeLessThan(80);
    expect(first).toMatch(/· App 1 long.*…$/);
    expect(text.filter((line) => line.startsWith('  ▸ Team')).slice(8, 11)).toEqual([
      '  ▸ Team 9',
      '  ▸ Team 10',
      '  ▸ Team 11',
    ]);
    expect(text).toContain('  (20 more tenants in the window)');
    expect(actAt(menu, 'Switch to', 'Team 9', 'Find 30 more…')).toEqual(showPalette);
  });

  test('has the services first that are used most, and the usual ones where none is', () => {
    const audiences = { storage: used(3), sql: used(2), 'key-vault': used(1) };
    const selection = { defaultSubscriptionKey: web.key };
    const state = stateWith({ ...twoTenants, selection, usage: { ...nothingUsed, audiences } });

    expect(menuText(trayMenu(state)).slice(4, 9)).toEqual([
      '  Storage',
      '  SQL Database',
      '  Key Vault',
      '  ---',
      '  Azure Resource Manager',
    ]);
  });

  test('offers a service of one’s own where it is used most, and not a second time', () => {
    const audiences = { 'resource api://shop': used(3), storage: used(2) };
    const selection = { defaultSubscriptionKey: web.key };
    const state = stateWith({ ...twoTenants, selection, usage: { ...nothingUsed, audiences } });
    const menu = trayMenu(state);

    expect(menuText(menu).slice(4, 8)).toEqual([
      '  api://shop',
      '  Storage',
      '  ---',
      '  Azure Resource Manager',
    ]);
    expect(actAt(menu, 'Copy token for', 'api://shop')).toEqual({
      kind: 'copy-token',
      target: { kind: 'default' },
      audience: { kind: 'resource', resource: 'api://shop' },
    });
  });

  test('has favourites and what is used most before a list that is too long to be read', () => {
    const many = Array.from({ length: 13 }, (_, index) =>
      subscription(red, `s${index}`, `App ${index}`),
    );
    const [one, , three] = many.map(({ key }) => key);
    const state = stateWith({
      ...twoTenants,
      subscriptions: [...many, data],
      arrangement: { ...nothingArranged, favourites: [data.key] },
      usage: {
        ...nothingUsed,
        subscriptions: { [`${one}`]: used(1), [`${three}`]: used(3), [data.key]: used(9) },
      },
    });
    const menu = trayMenu(state);

    expect(menuText(menu).slice(3, 10)).toEqual([
      '  · ★ R&D – The blue',
      '  · App 2 – The red',
      '  · App 0 – The red',
      '  ---',
      '  ▸ The blue',
      '    · R&D',
      '  ▸ The red',
    ]);
    expect(actAt(menu, 'Switch to', 'App 2 – The red')).toEqual({
      kind: 'run',
      name: 'choose-default',
      input: { subscriptionKey: three },
    });
  });

  test('is macOS’ Dock menu too, but for what the system adds there', () => {
    expect(menuText(dockMenu(stateWith({ ...twoTenants, lock: open }))).slice(-3)).toEqual([
      '---',
      '· SDK endpoint',
      'Lock',
    ]);
  });
});
