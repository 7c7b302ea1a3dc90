import { expect, test } from 'vitest';
import { launchFixture } from './fixture-app.ts';
import type { Takes } from './surface.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { usedInstanceMembers, usedMembers, usedWindowParts } from './used-members.ts';

type Table = Readonly<Record<string, readonly string[]>>;

function missing(wanted: Table, found: Table): readonly string[] {
  return Object.entries(wanted).flatMap(([name, members]) =>
    members.filter((member) => !found[name]?.includes(member)).map((each) => `${name}.${each}`),
  );
}

test('everything an app may rely on is there at run time', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path, {}, 'list-surface.js');
  expect(await app.exited()).toBe(0);
  const line =
    app
      .output()
      .split('\n')
      .find((each) => each.startsWith('{')) ?? '{}';
  const found: { modules: Table; made: Table; parts: Table } = JSON.parse(line);
  expect(missing(usedMembers, found.modules)).toEqual([]);
  expect(missing(usedInstanceMembers, found.made)).toEqual([]);
  expect(missing(usedWindowParts, found.parts)).toEqual([]);
});

test('the check against the typings refuses what Electron would not accept', () => {
  interface Theirs {
    size: number;
    move(x: number, y: number): string;
  }
  const mine = { size: 1, move: (x: number, y: number) => x + y };
  mine satisfies Takes<Theirs>;
  // @ts-expect-error a member is missing
  ({ size: 1 }) satisfies Takes<Theirs>;
  // @ts-expect-error a parameter has another type
  ({ size: 1, move: (x: string) => x }) satisfies Takes<Theirs>;
  // @ts-expect-error a parameter is wanted that Electron does not give
  ({ size: 1, move: (x: number, y: number, z: number) => x + y + z }) satisfies Takes<Theirs>;
  expect(mine.move(1, 2)).toBe(3);
});
