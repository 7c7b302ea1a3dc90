export const hosts = ['electron', 'preview', 'headless'] as const;
export type Host = (typeof hosts)[number];

/** What was found out about the machine; `choose` is AZIMUTH_HOST. */
export interface Machine {
  readonly choose: string | undefined;
  readonly electron: 'installed' | 'unavailable';
  readonly browser: string | undefined;
  readonly hasDisplay: boolean;
}

export interface HostChoice {
  readonly host: Host;
  readonly why: string;
}

/** Electron where it can be, else the preview host where it can show something, else headless. */
export function chooseHost(machine: Machine): HostChoice {
  const chosen = hosts.find((host) => host === machine.choose);
  if (chosen) return { host: chosen, why: 'AZIMUTH_HOST says so' };
  if (machine.electron === 'installed') return { host: 'electron', why: 'its binary is installed' };
  const noElectron = "Electron's binary is not installed and could not be downloaded";
  if (!machine.browser) {
    return { host: 'headless', why: `${noElectron}, and no Chromium, Chrome or Edge was found` };
  }
  if (!machine.hasDisplay) {
    return { host: 'headless', why: `${noElectron}, and there is no display` };
  }
  return { host: 'preview', why: `${noElectron}; windows are drawn by ${machine.browser}` };
}

/** One sentence when AZIMUTH_HOST names no host: a typing mistake must not silently start another one. */
export function complainAboutHost(choose: string | undefined): string | undefined {
  if (!choose || hosts.some((host) => host === choose)) return undefined;
  return `AZIMUTH_HOST is "${choose}"; it can be ${hosts.join(', ')}.`;
}
