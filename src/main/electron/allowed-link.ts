import type { Cloud } from '../../shared/cloud.ts';

/** Hosts that Microsoft serves the device-code page from, beside the authority itself. */
const devicePageHosts = ['microsoft.com', 'www.microsoft.com', 'aka.ms', 'login.microsoft.com'];

/** Whether an address may be given to the browser: https, one of the cloud's own hosts, and nobody's name in it. */
export function isAllowedLink(address: string, cloud: Cloud): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  const allowed = [new URL(cloud.authority).host, new URL(cloud.portal).host, ...devicePageHosts];
  return protocol === 'https:' && allowed.includes(host) && username === '' && password === '';
}
