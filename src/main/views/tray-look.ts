import type { AppState } from '../../shared/app-state.ts';
import { countOf } from '../../shared/format.ts';
import { shorten } from './menu-line.ts';
import type { Attention } from './needs-attention.ts';
import { needsAttention } from './needs-attention.ts';
import type { WhereYouPoint } from './where-you-point.ts';
import { whereYouPoint } from './where-you-point.ts';

/** What the icon says by itself. */
export const traySigns = ['ready', 'attention', 'locked', 'offline'] as const;

export type TraySign = (typeof traySigns)[number];

/** How the tray icon looks. */
export interface TrayLook {
  readonly sign: TraySign;
  readonly toolTip: string;
  /** Beside the icon, where a system has room there: macOS. */
  readonly title: string;
}

/** Windows cuts a tooltip after 127 characters. */
const toolTipLength = 127;
const titleLength = 24;

export function trayLook(state: AppState): TrayLook {
  const point = whereYouPoint(state);
  const sign = signOf(state);
  return {
    sign,
    toolTip: shorten(['Azimuth', ...said(state, sign, point)].join('\n'), toolTipLength),
    title: sign === 'locked' ? '' : shorten(titleOf(point), titleLength),
  };
}

/** Without a network nothing can be done about anything else. */
function signOf(state: AppState): TraySign {
  if (state.lock.kind === 'locked') return 'locked';
  if (!state.online) return 'offline';
  return needsAttention(state).length > 0 ? 'attention' : 'ready';
}

function said(state: AppState, sign: TraySign, point: WhereYouPoint): readonly string[] {
  switch (sign) {
    case 'locked':
      return ['Locked'];
    case 'offline':
      return ['No network', ...pointText(state, point)];
    case 'attention':
      return [...pointText(state, point), attentionText(needsAttention(state))];
    case 'ready':
      return pointText(state, point);
  }
}

function attentionText(waiting: readonly Attention[]): string {
  const [first] = waiting;
  return first && waiting.length === 1
    ? `${first.remedy}: ${first.who}`
    : `${countOf(waiting.length, 'account or tenant', 'accounts or tenants')} need you`;
}

function pointText({ accounts, about }: AppState, point: WhereYouPoint): readonly string[] {
  if (!about.restored) return [];
  if (accounts.length === 0) return ['Nobody is signed in'];
  switch (point.kind) {
    case 'nowhere':
      return ['No default subscription'];
    case 'lost':
      return [`The default is gone: ${point.displayName}`];
    case 'place': {
      const { subscription = 'The whole tenant', tenant, account, production } = point.place;
      return [`${production ? 'Production: ' : ''}${subscription}`, `${tenant} · ${account}`];
    }
  }
}

function titleOf(point: WhereYouPoint): string {
  if (point.kind !== 'place') return '';
  const { place, context } = point;
  const name = context?.name ?? place.subscription ?? place.tenant;
  return place.production ? `▲ ${name}` : name;
}
