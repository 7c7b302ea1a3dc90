import type { AppState, Lock } from '../../shared/app-state.ts';
import { countOf } from '../../shared/format.ts';
import type { MenuLine } from './menu-line.ts';
import { inGroups, shorten } from './menu-line.ts';
import { needsAttention } from './needs-attention.ts';
import { switchLines } from './tray-switch.ts';
import { tokenLines } from './tray-tokens.ts';
import { whereYouPoint } from './where-you-point.ts';

/** How many calls for attention are spelled out. */
const attentionAtMost = 5;

const open: MenuLine = { kind: 'act', label: 'Open Azimuth', act: { kind: 'open' } };
const settings: MenuLine = {
  kind: 'act',
  label: 'Settings…',
  act: { kind: 'open', page: 'settings' },
};
const quit: MenuLine = { kind: 'act', label: 'Quit Azimuth', act: { kind: 'quit' } };

/**
 * The menu of the tray icon. Everything is in it: on Linux a click on the icon itself may never arrive. While the app is
 * locked it says nothing of accounts and tenants.
 */
export function trayMenu(state: AppState): readonly MenuLine[] {
  const ways = state.lock.kind === 'open' ? [open, settings] : [open];
  return inGroups(...groupsOf(state), ways, [quit]);
}

/** The menu of the icon in macOS' Dock: the system adds what opens and quits an app. */
export const dockMenu = (state: AppState): readonly MenuLine[] => inGroups(...groupsOf(state));

function groupsOf(state: AppState): readonly (readonly MenuLine[])[] {
  if (state.lock.kind === 'locked') return [[unlockLine(state.lock)]];
  if (!state.about.restored) return [[{ kind: 'text', label: 'Starting…' }]];
  return [
    pointLines(state),
    attentionLines(state),
    state.accounts.length === 0 ? [] : pickLines(state),
    [...endpointLines(state), ...lockLines(state.lock)],
  ];
}

function unlockLine({ means: [first] }: Lock): MenuLine {
  const act =
    first === 'touch-id' || first === 'keyring'
      ? ({ kind: 'run', name: 'unlock', input: {}, open: true } as const)
      : ({ kind: 'open' } as const);
  return { kind: 'act', label: 'Unlock…', act };
}

function pointLines(state: AppState): readonly MenuLine[] {
  if (state.accounts.length === 0) {
    return [
      { kind: 'text', label: 'Nobody is signed in' },
      { kind: 'act', label: 'Sign in…', act: { kind: 'open' } },
    ];
  }
  const point = whereYouPoint(state);
  switch (point.kind) {
    case 'nowhere':
      return [{ kind: 'text', label: 'No default subscription' }];
    case 'lost':
      return [{ kind: 'text', label: shorten(`The default is gone: ${point.displayName}`) }];
    case 'place': {
      const { place, context } = point;
      const name = place.subscription ?? 'The whole tenant';
      const also = [
        ...(context ? [`Context ${context.name}`] : []),
        ...(place.production ? ['Production'] : []),
      ];
      return [
        { kind: 'text', label: shorten(name), colour: place.colour },
        { kind: 'text', label: shorten(`${place.tenant} · ${place.account}`) },
        ...(also.length > 0 ? [{ kind: 'text', label: also.join(' · ') } as const] : []),
      ];
    }
  }
}

function attentionLines(state: AppState): readonly MenuLine[] {
  const all = needsAttention(state);
  const offline: readonly MenuLine[] = state.online ? [] : [{ kind: 'text', label: 'No network' }];
  const shown = all.slice(0, attentionAtMost).map(({ who, remedy, act }): MenuLine => ({
    kind: 'act',
    label: shorten(`${remedy}: ${who}`),
    act,
  }));
  const left = all.length - shown.length;
  const more: readonly MenuLine[] =
    left > 0 ? [{ kind: 'act', label: `${left} more in the window…`, act: { kind: 'open' } }] : [];
  return [...offline, ...shown, ...more];
}

function pickLines(state: AppState): readonly MenuLine[] {
  const tokens = tokenLines(state);
  return [
    ...(tokens.length > 0
      ? [{ kind: 'menu', label: 'Copy token for', lines: tokens } as const]
      : []),
    { kind: 'menu', label: 'Switch to', lines: switchLines(state) },
  ];
}

function endpointLines({ endpoint, grants }: AppState): readonly MenuLine[] {
  switch (endpoint.kind) {
    case 'off':
      return [
        {
          kind: 'act',
          label: 'SDK endpoint',
          act: { kind: 'run', name: 'switch-endpoint', input: { on: true } },
          chosen: false,
        },
      ];
    case 'on':
      return [
        {
          kind: 'act',
          label: `SDK endpoint (port ${endpoint.port}, ${countOf(grants.length, 'grant')})`,
          act: { kind: 'run', name: 'switch-endpoint', input: { on: false } },
          chosen: true,
        },
      ];
    case 'failed':
      return [
        {
          kind: 'act',
          label: 'SDK endpoint could not be opened. Try again',
          act: { kind: 'run', name: 'switch-endpoint', input: { on: true } },
        },
      ];
  }
}

const lockLines = ({ means }: Lock): readonly MenuLine[] =>
  means.length === 0
    ? []
    : [{ kind: 'act', label: 'Lock', act: { kind: 'run', name: 'lock', input: {} } }];
