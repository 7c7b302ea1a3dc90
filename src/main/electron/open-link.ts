import { shell } from 'electron';
import { fail, succeed } from '../../shared/problem.ts';
import type { KnownClouds, OpenLink } from '../core/ports.ts';
import { isAllowedLink } from './allowed-link.ts';

/** The one way to the browser. */
export function createOpenLink(clouds: KnownClouds): OpenLink {
  return async (address) => {
    if (!isAllowedLink(address, clouds())) {
      return fail({
        kind: 'invalid-input',
        message: 'Azimuth opens only pages of the cloud itself.',
        ...(URL.canParse(address) ? { detail: new URL(address).host } : {}),
      });
    }
    try {
      await shell.openExternal(address);
      return succeed(null);
    } catch (error) {
      return fail({
        kind: 'unexpected',
        message: 'The browser could not be opened.',
        detail: error instanceof Error ? error.name : 'unknown reason',
      });
    }
  };
}
