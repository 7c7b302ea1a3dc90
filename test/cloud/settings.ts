/** Knobs that may be turned while the cloud runs. */
export interface Settings {
  /** Milliseconds added to every request. */
  readonly latency: number;
  /** Seconds; without it 3600 to 5399 at random, as Entra ID has it. */
  readonly tokenLifetime: number | undefined;
  /** Seconds between two polls for a device code; Entra ID says 5. */
  readonly deviceCodeInterval: number;
  /** Seconds until a device code expires; Entra ID says 900. */
  readonly deviceCodeLifetime: number;
  /** Items on a page of a list of Azure Resource Manager's. */
  readonly pageSize: number;
}

export interface AdjustableSettings {
  current(): Settings;
  change(to: Partial<Settings>): void;
}

export function createSettings(initial: Settings): AdjustableSettings {
  let settings = initial;
  return {
    current: () => settings,
    change: (to) => {
      settings = { ...settings, ...to };
    },
  };
}
