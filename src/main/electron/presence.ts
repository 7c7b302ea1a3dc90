import { powerMonitor } from 'electron';
import type { Presence } from '../core/ports/desktop.ts';

/**
 * What the system knows of whether somebody is at the computer. It tells of a locked screen on macOS and Windows; on Linux
 * the time without a key or a mouse does (https://www.electronjs.org/docs/latest/api/power-monitor).
 */
export const systemPresence: Presence = {
  idleSeconds: () => powerMonitor.getSystemIdleTime(),
  onLeaving(listener) {
    powerMonitor.on('lock-screen', () => listener('screen'));
    powerMonitor.on('suspend', () => listener('suspend'));
  },
  onReturning(listener) {
    powerMonitor.on('resume', () => listener());
    powerMonitor.on('unlock-screen', () => listener());
  },
};
