import type { FakeBridge } from './fake-bridge.ts';
import type { states } from './states.ts';

declare global {
  interface Window {
    /** Main, played by the test; there once `page/page.ts` ran. */
    fake: FakeBridge;
    states: typeof states;
  }
}
