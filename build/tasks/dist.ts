import { spawnSync } from 'node:child_process';
import { build } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { buildProgram } from '../build-program.ts';
import { linuxTargets, packaging } from '../packaging/config.ts';
import { root } from '../paths.ts';

// Packages for this system: installers, or with `-- --dir` only the unpacked program.
await buildProgram();
try {
  await build({
    projectDir: root,
    config: forThisMachine(packaging),
    dir: process.argv.includes('--dir'),
    publish: 'never',
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    'Azimuth: not packaged. Packaging downloads Electron and packaging tools; a network that blocks them is the usual reason.',
  );
  process.exitCode = 1;
}

/** Only rpm's own tool makes rpm packages, and Debian does not have it unless asked. */
function forThisMachine(config: Configuration): Configuration {
  if (process.platform !== 'linux' || !spawnSync('rpmbuild', ['--version']).error) return config;
  console.error('Azimuth: rpmbuild is not installed, so no rpm package is made.');
  return { ...config, linux: { ...config.linux, target: linuxTargets(['AppImage', 'deb']) } };
}
