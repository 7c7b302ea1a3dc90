import { expect, test } from 'vitest';
import { placePalette } from '../../../src/main/electron/place-palette.ts';

test('the palette stands in the upper middle of a display, wherever that is, and fits into a small one', () => {
  expect([
    placePalette({ x: 0, y: 25, width: 1_920, height: 1_000 }),
    placePalette({ x: -1_280, y: 0, width: 1_280, height: 800 }),
    placePalette({ x: 0, y: 0, width: 600, height: 400 }),
  ]).toEqual([
    { x: 640, y: 225, width: 640, height: 440 },
    { x: -960, y: 160, width: 640, height: 440 },
    { x: 0, y: 0, width: 600, height: 400 },
  ]);
});
