import { createFakeBridge } from '../fake-bridge.ts';
import '../page-globals.ts';
import { states } from '../states.ts';

/** The window's own entry, on a bridge that a test plays: `?state=NAME` chooses what it shows first. */
const name = new URLSearchParams(location.search).get('state') ?? 'signedIn';
const fake = createFakeBridge((states[name] ?? states['signedIn']!)());
Object.assign(window, { azimuth: fake.bridge, fake, states });

await import('../../../src/renderer/main.tsx');
