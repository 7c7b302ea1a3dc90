/** `--subscription` in the four spellings that Azure CLI's `account` group has. */
export const subscriptionOption = {
  kind: 'text',
  flags: ['--subscription', '-s', '--name', '-n'],
  help: 'Name or ID of subscription.',
  names: 'subscription',
} as const;
