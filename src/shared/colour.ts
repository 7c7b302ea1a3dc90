/** The colours that a person can give to an account, a tenant or a context. Every surface says them by name. */
export const colourNames = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;

export type Colour = (typeof colourNames)[number];

/** What each looks like: dark enough for white text in the light theme, light enough for dark text in the dark one. */
export const colours: Readonly<Record<Colour, { readonly light: string; readonly dark: string }>> =
  {
    red: { light: '#c0283f', dark: '#f48a93' },
    orange: { light: '#b04a05', dark: '#f29d5c' },
    yellow: { light: '#856400', dark: '#e4c04a' },
    green: { light: '#2d7734', dark: '#7fca83' },
    teal: { light: '#0b7573', dark: '#58c7c1' },
    blue: { light: '#2261c0', dark: '#86b4f8' },
    purple: { light: '#7841b5', dark: '#c6a1f3' },
    pink: { light: '#b32c79', dark: '#f28fc4' },
  };
