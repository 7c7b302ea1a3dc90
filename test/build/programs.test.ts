import { expect, test } from 'vitest';
import { browser, planInstall } from '../../build/debian/programs.ts';

const az = { name: 'az', debian: ['azure-cli', 'python3-azure'] };

test('with everything there, nothing is done', () => {
  expect(planInstall([], { isRoot: true, hasDebianApt: true })).toEqual({ kind: 'nothing-to-do' });
});

test('root on Debian installs all of it in one go', () => {
  expect(planInstall([browser, az], { isRoot: true, hasDebianApt: true })).toEqual({
    kind: 'install',
    packages: ['chromium', 'azure-cli', 'python3-azure'],
  });
});

test('a person on Debian is told the command, never asked for a password', () => {
  expect(planInstall([browser, az], { isRoot: false, hasDebianApt: true })).toEqual({
    kind: 'tell',
    sentence:
      'Not found: chromium, az. Install with: sudo apt-get install --no-install-recommends chromium azure-cli python3-azure',
  });
});

test('elsewhere they are named', () => {
  expect(planInstall([az], { isRoot: true, hasDebianApt: false })).toEqual({
    kind: 'tell',
    sentence: 'Not found: az. Install them: tests that run them fail without.',
  });
});
