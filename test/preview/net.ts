import type { Net } from 'electron';
import { answerAppRequest } from './protocol.ts';

let online = true;

/** Tests take the network away through the control channel; requests then fail as Chromium's do. */
export function setOnline(value: boolean): void {
  online = value;
}

function addressOf(input: string | Request): string {
  return typeof input === 'string' ? input : input.url;
}

export const net = {
  // Node's fetch: certificates as Node trusts them (NODE_EXTRA_CA_CERTS), no proxy discovery.
  fetch: async (input: string | Request, init?: RequestInit): Promise<Response> => {
    if (addressOf(input).startsWith('app:')) return answerAppRequest(new Request(input, init));
    if (!online) throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
    return fetch(input, init);
  },
  isOnline: (): boolean => online,
  get online(): boolean {
    return online;
  },
} satisfies Pick<Net, 'fetch' | 'isOnline' | 'online'>;
