import type { Cloud } from '../../shared/cloud.ts';

/** Hosts that Microsoft serves the device-code page from, beside the authority itself. */
const devicePageHosts = ['microsoft.com', 'www.microsoft.com', 'aka.ms', 'login.microsoft.com'];

/** Whether an address may be given to the browser: https, one of the clouds' own hosts, and nobody's name in it. */
export function isAllowedLink(address: string, clouds: readonly Cloud[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  const own = clouds.flatMap(({ authority, portal }) => [authority, portal]);
  const allowed = [...own.map((known) => new URL(known).host), ...devicePageHosts];
  return protocol === 'https:' && allowed.includes(host) && username === '' && password === '';
}
