import type { Rectangle } from 'electron';

export const paletteSize = { width: 640, height: 440 } as const;

/** In the middle of a display, and in its upper third, where the eye is; smaller where the display is. */
export function placePalette({ x, y, width, height }: Rectangle): Rectangle {
  const size = {
    width: Math.min(paletteSize.width, width),
    height: Math.min(paletteSize.height, height),
  };
  return {
    ...size,
    x: Math.round(x + (width - size.width) / 2),
    y: Math.round(y + Math.min((height - size.height) / 2, height * 0.2)),
  };
}
