import type { Theme } from '@fluentui/react-components';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '../../src/renderer/theme/themes.ts';
import { colourNames, colours } from '../../src/shared/colour.ts';

/** WCAG 2.2, "relative luminance", of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Wherever a dot can stand. */
const grounds = [
  'colorNeutralBackground1',
  'colorNeutralBackground2',
  'colorNeutralBackground3',
  'colorSubtleBackgroundHover',
  'colorBrandBackground2',
] as const satisfies readonly (keyof Theme)[];

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('in the %s theme', (scheme, theme) => {
  it.each(colourNames)('%s is told from every ground, and carries an avatar’s letters', (name) => {
    const colour = colours[name][scheme];
    const weak = grounds.filter((ground) => contrast(colour, theme[ground]) < 3);
    expect({
      weak,
      carriesLetters: contrast(colour, theme.colorNeutralBackground1) >= 4.5,
    }).toEqual({ weak: [], carriesLetters: true });
  });
});

it('the window draws a label in the colour of the palette', () => {
  const drawn = new Map(Object.entries({ ...darkTheme }));
  expect(colourNames.map((name) => drawn.get(`label-${name}`))).toEqual(
    colourNames.map((name) => colours[name].dark),
  );
});
