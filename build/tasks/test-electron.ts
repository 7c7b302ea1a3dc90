import { buildIfOld } from '../build-program.ts';
import { ensureBrowser } from '../debian/ensure-programs.ts';
import { obtainElectron } from '../hosts/electron-binary.ts';
import { runScript } from '../run-program.ts';

// The end-to-end tests on real Electron; interactive sign-in still needs a browser.
const electron = obtainElectron({ insist: true });
if (!electron) {
  console.error("Azimuth: Electron's binary is not installed and could not be downloaded.");
  process.exit(1);
}
ensureBrowser();
await buildIfOld();
process.exitCode = await runScript(
  'node_modules/@playwright/test/cli.js',
  ['test', ...process.argv.slice(2)],
  { AZIMUTH_E2E_HOST: 'electron' },
);
