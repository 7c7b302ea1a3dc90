/** The names of the channels between window and main; they stand here and nowhere else. */
export const channels = {
  run: 'azimuth:run',
  watch: 'azimuth:watch',
  update: 'azimuth:update',
} as const;

/** Where the window lives: a scheme of our own, so that no file and no web page shares its origin. */
export const appOrigin = 'app://azimuth';
