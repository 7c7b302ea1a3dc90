import type { Cloud } from '../../shared/cloud.ts';
import type { Problem } from '../../shared/problem.ts';

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

/** Why an address is not given to any browser; nothing when it may be. */
export function refusedLink(address: string, clouds: readonly Cloud[]): Problem | undefined {
  if (isAllowedLink(address, clouds)) return undefined;
  return {
    kind: 'invalid-input',
    message: 'Azimuth opens only pages of the cloud itself.',
    ...(URL.canParse(address) ? { detail: new URL(address).host } : {}),
  };
}
