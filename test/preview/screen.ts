import { EventEmitter } from 'node:events';
import type { Display, Screen } from 'electron';

const bounds = { x: 0, y: 0, width: 1920, height: 1080 };

const display: Display = {
  id: 1,
  label: 'preview',
  bounds,
  workArea: bounds,
  size: bounds,
  workAreaSize: bounds,
  nativeOrigin: { x: 0, y: 0 },
  maximumCursorSize: { width: 64, height: 64 },
  scaleFactor: 1,
  rotation: 0,
  colorDepth: 24,
  colorSpace: '',
  depthPerComponent: 8,
  displayFrequency: 60,
  detected: true,
  internal: false,
  monochrome: false,
  accelerometerSupport: 'unknown',
  touchSupport: 'unknown',
};

/** One display of a common size, whatever is really there. */
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: (): Display => display,
  getAllDisplays: (): Display[] => [display],
  getDisplayMatching: (_rectangle: object): Display => display,
  getDisplayNearestPoint: (_point: object): Display => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
});

screen satisfies Pick<
  Screen,
  | 'getPrimaryDisplay'
  | 'getAllDisplays'
  | 'getDisplayMatching'
  | 'getDisplayNearestPoint'
  | 'getCursorScreenPoint'
>;
