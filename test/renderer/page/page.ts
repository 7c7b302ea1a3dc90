// First, as in the window's own entry: the fake bridge checks commands with the contract's schemas.
import '../../../src/renderer/plain-validation.ts';
import { createFakeBridge } from '../fake-bridge.ts';
import '../page-globals.ts';
import { stateNames, states } from '../states.ts';

/** The window's own entry, on a bridge that a test plays: `?state=NAME` chooses what it shows first. */
const asked = new URLSearchParams(location.search).get('state');
const name = stateNames.find((one) => one === asked) ?? 'signedIn';
const fake = createFakeBridge(states[name]());
Object.assign(window, { azimuth: fake.bridge, fake, states });

await import('../../../src/renderer/main.tsx');
