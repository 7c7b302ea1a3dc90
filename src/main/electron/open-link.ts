import { shell } from 'electron';
import type { Cloud } from '../../shared/cloud.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { OpenLink } from '../core/ports.ts';

/** Hosts that Microsoft serves the device-code page from, beside the authority itself. */
const devicePageHosts = ['microsoft.com', 'www.microsoft.com', 'aka.ms', 'login.microsoft.com'];

/** The one way to the browser: https, to the cloud's own hosts. */
export function createOpenLink(cloud: Cloud): OpenLink {
  const allowed = new Set([
    new URL(cloud.authority).host,
    new URL(cloud.portal).host,
    ...devicePageHosts,
  ]);
  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:' || !allowed.has(url.host) || url.username || url.password) {
      return fail({
        kind: 'invalid-input',
        message: 'Azimuth opens only pages of the cloud itself.',
        ...(url ? { detail: url.host } : {}),
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
