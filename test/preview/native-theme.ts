import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';

/** What the system is set to; tests set it through the control channel. */
export type SystemTheme = 'light' | 'dark' | 'high-contrast';

const events = new EventEmitter();
let system: SystemTheme = 'light';
let source: NativeTheme['themeSource'] = 'system';

const dark = () => (source === 'system' ? system !== 'light' : source === 'dark');
const highContrast = () => system === 'high-contrast';

type Flags = Pick<
  NativeTheme,
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseDarkColorsForSystemIntegratedUI'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'
  | 'shouldDifferentiateWithoutColor'
>;

const flags: Flags = {
  get themeSource() {
    return source;
  },
  set themeSource(chosen) {
    source = chosen;
    events.emit('updated');
  },
  get shouldUseDarkColors() {
    return dark();
  },
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return system !== 'light';
  },
  get shouldUseHighContrastColors() {
    return highContrast();
  },
  get inForcedColorsMode() {
    return highContrast();
  },
  shouldUseInvertedColorScheme: false,
  prefersReducedTransparency: false,
  shouldDifferentiateWithoutColor: false,
};

export const nativeTheme: Flags & EventEmitter = Object.defineProperties(
  events as Flags & EventEmitter,
  Object.getOwnPropertyDescriptors(flags),
);

export function setSystemTheme(theme: SystemTheme): void {
  system = theme;
  events.emit('updated');
}
