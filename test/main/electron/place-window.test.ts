import { expect, test } from 'vitest';
import { placeWindow } from '../../../src/main/electron/place-window.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const screenOnTheLeft = { x: -2560, y: 0, width: 2560, height: 1440 };
const both = [laptop, screenOnTheLeft];

test.each([
  ['never placed', undefined, both, undefined],
  ['where it was', box(100, 100, 1100, 720), both, box(100, 100, 1100, 720)],
  ['on the second display', box(-2000, 300, 1100, 720), both, box(-2000, 300, 1100, 720)],
  ['on a display that is gone', box(-2000, 300, 900, 720), [laptop], size(900, 720)],
  ['too large for those that are left', box(-2560, 0, 2000, 1400), [laptop], size(1440, 875)],
  ['half out on the right', box(1200, 100, 1100, 720), [laptop], box(340, 100, 1100, 720)],
  ['with its bar above the display', box(100, -300, 1100, 720), [laptop], box(100, 25, 1100, 720)],
  ['larger than the display', box(-50, 0, 3000, 2000), [laptop], box(0, 25, 1440, 875)],
  ['mostly on the left one', box(-900, 100, 1000, 700), both, box(-1000, 100, 1000, 700)],
  ['showing only a corner', box(1400, 880, 1100, 720), [laptop], size(1100, 720)],
  ['with no display at all', box(0, 0, 1100, 720), [], undefined],
])('a window %s', (_case, kept, areas, place) => {
  expect(placeWindow(kept, areas)).toEqual(place);
});

function box(x: number, y: number, width: number, height: number) {
  return { x, y, width, height };
}

function size(width: number, height: number) {
  return { width, height };
}
