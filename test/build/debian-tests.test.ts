import { expect, test } from 'vitest';
import { whatIsLeftOut } from '../../build/debian/debian-tests.ts';

test('only root on Debian leaves nothing out; elsewhere each file is named', () => {
  expect(whatIsLeftOut({ isRoot: true, hasDebianApt: true })).toBeUndefined();
  for (const machine of [
    { isRoot: false, hasDebianApt: true },
    { isRoot: true, hasDebianApt: false },
  ]) {
    expect(whatIsLeftOut(machine)).toMatch(
      /^NOT TRIED.*test\/cli\/other-user\.debian\.test\.ts, .*azure-cli-follows\.debian\.test\.ts/,
    );
  }
});
