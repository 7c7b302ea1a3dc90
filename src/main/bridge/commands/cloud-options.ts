import type { Options } from '../options.ts';

/** `--name` of a cloud. */
export const cloudNameOption = {
  kind: 'text',
  flags: ['--name', '-n'],
  help: 'Name of a registered cloud.',
} as const;

/** What `cloud register` and `cloud update` take of Azure CLI's options; the rest Azimuth has no use for. */
export const endpointOptions = {
  endpointResourceManager: {
    kind: 'text',
    flags: ['--endpoint-resource-manager'],
    help: 'The resource management endpoint. The others are read from its metadata.',
  },
  endpointActiveDirectory: {
    kind: 'text',
    flags: ['--endpoint-active-directory'],
    help: 'The Active Directory login endpoint.',
  },
  endpointActiveDirectoryResourceId: {
    kind: 'text',
    flags: ['--endpoint-active-directory-resource-id'],
    help: 'The resource ID to obtain AD tokens for.',
  },
  endpointActiveDirectoryGraphResourceId: {
    kind: 'text',
    flags: ['--endpoint-active-directory-graph-resource-id'],
    help: 'Taken, for the sake of scripts.',
  },
  clientId: {
    kind: 'text',
    flags: ['--client-id'],
    help: 'The application that signs people in, if not that of Azure CLI.',
  },
  profile: { kind: 'text', flags: ['--profile'], help: 'Taken, for the sake of scripts.' },
} as const satisfies Options;
