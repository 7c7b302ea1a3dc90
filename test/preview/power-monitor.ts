import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';

let idleSeconds = 0;

/** How long nobody has touched the computer, as tests say. */
export function setIdleSeconds(seconds: number): void {
  idleSeconds = seconds;
}

/** Quiet until the control channel says that something happened. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: (): number => idleSeconds,
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
