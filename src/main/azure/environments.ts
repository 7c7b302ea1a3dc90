import type { Cloud } from '../../shared/cloud.ts';

/**
 * Hosts that are one and the same Entra ID. MSAL files what it caches under one of them, not always under the authority's
 * own (https://login.microsoftonline.com/common/discovery/instance).
 */
const aliases: readonly (readonly string[])[] = [
  ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
  ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
  ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
];

/** Whether MSAL files a cloud's sessions under this name. */
export function isEnvironmentOf({ authority }: Pick<Cloud, 'authority'>, name: string): boolean {
  const { host } = new URL(authority);
  return host === name || aliases.some((hosts) => hosts.includes(host) && hosts.includes(name));
}
