/** What the packages and the running program have to agree on: Windows knows a program by its id alone. */
export const product = { id: 'dev.azimuth.desktop', name: 'Azimuth' } as const;
