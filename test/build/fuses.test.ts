import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fuses } from '../../build/packaging/fuses.ts';
import { writeProgramWithFuses } from './electron-stand-in.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azimuth-fuses-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('every fuse ends as it is meant to, whatever it was', async () => {
  const program = join(folder, 'electron');
  writeProgramWithFuses(program, '111111111');
  await flipFuses(program, fuses);
  expect(await getCurrentFuseWire(program)).toEqual({
    version: '1',
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    [FuseV1Options.WasmTrapHandlers]: FuseState.ENABLE,
  });
});

test('a fuse that a later Electron adds fails the packaging and changes nothing', async () => {
  const program = join(folder, 'electron');
  writeProgramWithFuses(program, '1011100011');
  const before = readFileSync(program);
  await expect(flipFuses(program, fuses)).rejects.toThrow('strictlyRequireAllFuses');
  expect(readFileSync(program)).toEqual(before);
});
