import { net } from 'electron';
import type { Fetch, Network } from '../core/ports/desktop.ts';

/** Chromium's network stack: the system's proxy, PAC file and certificate store apply. */
export const systemFetch: Fetch = (address, init) => net.fetch(address, init);

export const systemNetwork: Network = { isOnline: () => net.isOnline() };
