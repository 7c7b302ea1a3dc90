/** `--context`, which says more than the shell and the folder do. */
export const contextOption = {
  kind: 'text',
  flags: ['--context'],
  help: 'Name of the context that decides, whatever AZIMUTH_CONTEXT and .azimuth say.',
  names: 'context',
} as const;

/** `--name` of a context that is there. */
export const contextNameOption = {
  kind: 'text',
  flags: ['--name', '-n'],
  help: 'Name of the context.',
  names: 'context',
} as const;
