import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron's program keeps its fuses: this text, the version of the wire, its length, one character a fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A program with a fuse wire as Electron 45's binary has one, every fuse as Electron ships it. */
export function writeProgramWithFuses(path: string, wire = '101110001'): void {
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.alloc(4_096, 0x90),
      Buffer.from(sentinel),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
      Buffer.alloc(4_096, 0x90),
    ]),
  );
  chmodSync(path, 0o755);
}

/** The files of Electron's Linux download that packaging touches, in place of the download itself. */
export function writeElectronStandIn(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeProgramWithFuses(join(folder, 'electron'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'version']) {
    writeFileSync(join(folder, name), name);
  }
}
