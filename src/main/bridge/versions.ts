import type { ProgramName } from './terminal.ts';

/**
 * The Azure CLI whose answers ours are, for programs that ask whether it is new enough: `expires_on` came with 2.54, and
 * Terraform wants at least 2.30.0 and less than 3.
 */
export const spokenVersion = '2.77.0';

const telemetryVersion = '1.1.0';

/** What `version` answers under each name. */
export function versionValue(name: ProgramName, own: string) {
  if (name === 'azimuth') return { azimuth: own };
  return {
    'azure-cli': spokenVersion,
    'azure-cli-core': spokenVersion,
    'azure-cli-telemetry': telemetryVersion,
    extensions: {},
  };
}

/** What `--version` prints under each name. */
export function versionText(name: ProgramName, own: string): string {
  if (name === 'azimuth') return `azimuth ${own}\n`;
  return [
    `azure-cli                         ${spokenVersion}`,
    '',
    `core                              ${spokenVersion}`,
    `telemetry                          ${telemetryVersion}`,
    '',
    `Answered by Azimuth ${own}.`,
    '',
  ].join('\n');
}
