import type { World } from '../world.ts';
import { createAuthorizationCodes, type AuthorizationCodes } from './authorization-codes.ts';
import { createBrowserSessions, type BrowserSessions } from './browser-sessions.ts';
import { createDeviceCodes, type DeviceCodes } from './device-codes.ts';
import { createJourneys, type Journeys } from './journey.ts';
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.ts';

/** The memory of the simulated Entra ID: everything on its way between two requests. */
export interface Entra {
  readonly world: World;
  readonly authorizationCodes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly refreshTokens: RefreshTokens;
  readonly sessions: BrowserSessions;
  readonly journeys: Journeys;
}

export function createEntra(world: World): Entra {
  return {
    world,
    authorizationCodes: createAuthorizationCodes(world),
    deviceCodes: createDeviceCodes(world),
    refreshTokens: createRefreshTokens(world),
    sessions: createBrowserSessions(world),
    journeys: createJourneys(),
  };
}
