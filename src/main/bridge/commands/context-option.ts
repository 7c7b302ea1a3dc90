/** `--context`, which says more than the shell and the folder do. */
export const contextOption = {
  kind: 'text',
  flags: ['--context'],
  help: 'Name of the context that decides, whatever AZIMUTH_CONTEXT and .azimuth say.',
} as const;
