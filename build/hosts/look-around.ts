import { findBrowser } from '../../test/preview/find-browser.ts';
import type { Machine } from './choose-host.ts';
import { obtainElectron } from './electron-binary.ts';

/** Finds out what the choice of a host depends on; a chosen host is not second-guessed, and nothing is downloaded for the others. */
export function lookAround(): Machine {
  const choose = process.env['AZIMUTH_HOST'];
  const wantsElectron = !choose || choose === 'electron';
  const found = wantsElectron ? obtainElectron({ insist: choose === 'electron' }) : undefined;
  return {
    choose,
    electron: found ? 'installed' : 'unavailable',
    browser: findBrowser(),
    hasDisplay: hasDisplay(),
  };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
