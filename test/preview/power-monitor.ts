import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';

/** Quiet until the control channel says that something happened. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: (): number => 0,
  getSystemIdleState: (_threshold: number) => 'active' as const,
  getCurrentThermalState: () => 'unknown' as const,
  isOnBatteryPower: (): boolean => false,
  onBatteryPower: false,
});

powerMonitor satisfies Pick<
  PowerMonitor,
  | 'getSystemIdleTime'
  | 'getSystemIdleState'
  | 'getCurrentThermalState'
  | 'isOnBatteryPower'
  | 'onBatteryPower'
>;
