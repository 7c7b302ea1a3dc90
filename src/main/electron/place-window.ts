import type { Rectangle } from 'electron';

/** How much of a window has to be on a display, in its pixels, for a person to find it and take hold of it. */
const grip = { width: 120, height: 60 };

/** Where it is not said, the system centres the window. */
export type WindowPlace = Pick<Rectangle, 'width' | 'height'> & Partial<Rectangle>;

/**
 * Where the window opens: where it was, moved and shrunk onto the display that shows most of it. When that display is gone
 * the window keeps its size.
 *
 * @param areas the displays' work areas, the primary one's first, in device-independent pixels as `kept`
 * @returns nothing when it was never placed
 */
export function placeWindow(
  kept: Rectangle | undefined,
  areas: readonly Rectangle[],
): WindowPlace | undefined {
  const [primary] = areas;
  if (!kept || !primary) return undefined;
  const [best] = areas
    .map((area) => ({ area, seen: overlap(kept, area) }))
    .filter(({ seen }) => seen.width >= grip.width && seen.height >= grip.height)
    .toSorted((a, b) => b.seen.width * b.seen.height - a.seen.width * a.seen.height);
  if (!best) return sizeWithin(kept, primary);
  const { area } = best;
  const { width, height } = sizeWithin(kept, area);
  return {
    x: clamp(kept.x, area.x, area.x + area.width - width),
    y: clamp(kept.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

const sizeWithin = (kept: Rectangle, area: Rectangle): Pick<Rectangle, 'width' | 'height'> => ({
  width: Math.min(kept.width, area.width),
  height: Math.min(kept.height, area.height),
});

const overlap = (a: Rectangle, b: Rectangle): { width: number; height: number } => ({
  width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
  height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
});

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
