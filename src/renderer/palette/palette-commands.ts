import type { AppState, Page } from '../../shared/app-state.ts';
import { needsAccount } from '../../shared/app-state.ts';
import type { AudienceId } from '../../shared/audience.ts';
import { audienceIds, audienceNames } from '../../shared/audience.ts';
import type { PaletteAct, PaletteEntry } from './palette-entry.ts';
import { tokenFor } from './palette-entry.ts';

type Known = Pick<AppState, 'accounts' | 'subscriptions' | 'contexts' | 'selection' | 'lock'>;

/** What can be done, where there is something to do it with. */
export function paletteCommands(state: Known): readonly PaletteEntry[] {
  const locks = state.lock.means.length === 0 ? [] : [lock];
  if (state.accounts.length === 0) return [...signIns, ...placesForAnybody, ...locks];
  return [
    ...tokensOfDefault(state),
    ...places,
    command('Refresh the list', 'Read every tenant again', { kind: 'refresh' }),
    ...signIns,
    ...locks,
  ];
}

const command = (name: string, where: string, enter: PaletteAct, also = ''): PaletteEntry => ({
  kind: 'command',
  key: name,
  name,
  where,
  also,
  enter,
});

const place = (page: Page, name: string, where: string, also?: string): PaletteEntry =>
  command(name, where, { kind: 'show-page', page }, also);

const signIns: readonly PaletteEntry[] = [
  command('Sign in…', 'With your browser', { kind: 'sign-in', method: 'interactive' }, 'log in'),
  command(
    'Sign in with a device code…',
    'On any device',
    { kind: 'sign-in', method: 'device-code' },
    'log in',
  ),
];

const lock = command('Lock', 'Nothing gets a token until it is unlocked', { kind: 'lock' });

const places: readonly PaletteEntry[] = [
  place('window', 'Open Azimuth', 'Its window'),
  place('token', 'Get a token…', 'Choose what it is for'),
  place('contexts', 'Contexts', 'Named places to point at'),
  place('activity', 'Activity', 'Which tokens were handed out', 'history record'),
  place('endpoint', 'SDK endpoint', 'Tokens for programs', 'managed identity grants containers'),
  place('clouds', 'Clouds', 'Where to sign in', 'client id government china stack'),
  place('secrets', 'Where secrets are', 'What is stored, and how it is sealed', 'vault files'),
  place('azure-cli', 'Azure CLI', 'What it keeps, and how it follows', 'az'),
  place(
    'settings',
    'Settings',
    'Appearance, clipboard, lock, background',
    'preferences options theme dark light clipboard passphrase shortcuts',
  ),
];

const placesForAnybody = places.filter(
  ({ enter }) => enter.kind === 'show-page' && !needsAccount(enter.page),
);

function tokensOfDefault(state: Known): readonly PaletteEntry[] {
  const name = nameOfDefault(state);
  if (name === undefined) return [];
  const entry = (id: AudienceId): PaletteEntry => {
    const token = tokenFor({ kind: 'default' }, id);
    const enter = { kind: 'copy-token', token } as const;
    return { ...command(`Copy token for ${audienceNames[id]}`, name, enter), token };
  };
  return audienceIds.map(entry);
}

function nameOfDefault({ selection, subscriptions, contexts }: Known): string | undefined {
  const key = selection.defaultSubscriptionKey;
  const chosen = subscriptions.find((one) => one.key === key);
  return chosen?.displayName ?? contexts.list.find(({ id }) => id === contexts.currentId)?.name;
}
