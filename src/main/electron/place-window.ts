import type { Rectangle } from 'electron';

/** How much of a window has to be on a display, in its pixels, for a person to find it and take hold of it. */
const grip = { width: 120, height: 60 };

/**
 * Where the window opens: where it was, moved and shrunk onto the display that shows most of it.
 *
 * @param areas the displays' work areas, in device-independent pixels as `kept`
 * @returns nothing when it was never placed or its display is gone; the system then centres it
 */
export function placeWindow(
  kept: Rectangle | undefined,
  areas: readonly Rectangle[],
): Rectangle | undefined {
  if (!kept) return undefined;
  const [best] = areas
    .map((area) => ({ area, seen: overlap(kept, area) }))
    .filter(({ seen }) => seen.width >= grip.width && seen.height >= grip.height)
    .toSorted((a, b) => b.seen.width * b.seen.height - a.seen.width * a.seen.height);
  if (!best) return undefined;
  const { area } = best;
  const width = Math.min(kept.width, area.width);
  const height = Math.min(kept.height, area.height);
  return {
    x: clamp(kept.x, area.x, area.x + area.width - width),
    y: clamp(kept.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

const overlap = (a: Rectangle, b: Rectangle): { width: number; height: number } => ({
  width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
  height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
});

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
