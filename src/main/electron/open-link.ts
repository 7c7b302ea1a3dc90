import { shell } from 'electron';
import { fail, succeed } from '../../shared/problem.ts';
import type { KnownClouds } from '../core/ports/azure.ts';
import type { OpenLink } from '../core/ports/desktop.ts';
import { refusedLink } from './allowed-link.ts';

/** The way to the default browser. */
export function createOpenLink(clouds: KnownClouds): OpenLink {
  return async (address) => {
    const refused = refusedLink(address, clouds());
    if (refused) return fail(refused);
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
