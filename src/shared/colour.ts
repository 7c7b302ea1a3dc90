/** The colours that a person can give to an account or a tenant. Every surface says them by name. */
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
