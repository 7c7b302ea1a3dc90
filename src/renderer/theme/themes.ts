import type { Theme } from '@fluentui/react-components';
import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { Colour } from '../../shared/colour.ts';
import { colourNames, colours } from '../../shared/colour.ts';
import { brand } from './brand.ts';

const fonts = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace",
} as const;

/** The colours of labels, as the custom properties `--label-red` and so on. */
function labelColours(scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  return Object.fromEntries(colourNames.map((name) => [labelToken(name), colours[name][scheme]]));
}

const labelToken = (colour: Colour): string => `label-${colour}`;

/** A label's colour in the theme of the window. */
export const labelColour = (colour: Colour): string => `var(--${labelToken(colour)})`;

export const lightTheme: Theme = {
  ...createLightTheme(brand),
  ...fonts,
  ...labelColours('light'),
  colorNeutralBackground2: '#f8fafc',
  colorNeutralBackground3: '#f1f5f8',
  colorNeutralForeground3: '#56616b',
};

/** Fluent's dark greys with a breath of the brand's blue; brand text two steps lighter, for contrast. */
export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  ...fonts,
  ...labelColours('dark'),
  colorNeutralBackground1: '#1b2026',
  colorNeutralBackground1Hover: '#262d35',
  colorNeutralBackground1Pressed: '#161a1f',
  colorNeutralBackground1Selected: '#2a323b',
  colorNeutralBackground2: '#171b20',
  colorNeutralBackground2Hover: '#222830',
  colorNeutralBackground3: '#12161a',
  colorNeutralBackground3Hover: '#1e242a',
  colorSubtleBackgroundHover: '#262d35',
  colorSubtleBackgroundPressed: '#20262d',
  colorSubtleBackgroundSelected: '#2a323b',
  colorNeutralStroke1: '#56616c',
  colorNeutralStroke2: '#343d46',
  colorNeutralStroke3: '#2a3139',
  colorNeutralForeground3: '#b0b8c0',
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandStroke: brand[110],
  colorBrandStroke1: brand[110],
  colorBrandBackground2: '#11303f',
  // What lies over the window is seen to end: a shadow can't show it on dark.
  colorTransparentStroke: '#343d46',
  colorStatusDangerForeground1: '#f1838b',
  colorStatusDangerBackground1: '#2d1b1e',
  colorStatusDangerBorder1: '#8a3b43',
  colorStatusWarningBackground1: '#2b2218',
  colorStatusWarningBorder2: '#94632a',
};
