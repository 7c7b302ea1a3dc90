import { cloudNamed, currentCloud } from '../../../shared/cloud.ts';
import { tokenForms } from '../../../shared/token-form.ts';
import { command, failure } from '../command.ts';
import { resourceTypeAudience, resourceTypes } from '../resource-types.ts';

/** What a desktop's own keyboard settings run where it gives no keys to programs: told by a notification as well. */
export const copyToken = command({
  name: 'account copy-token',
  summary: 'Copy a token for the default to the clipboard, as the settings have it.',
  options: {
    resourceType: {
      kind: 'text',
      flags: ['--resource-type'],
      help: 'Type of well-known resource.',
      choices: resourceTypes,
    },
    as: {
      kind: 'text',
      flags: ['--as'],
      help: 'What is copied.',
      choices: tokenForms,
    },
  },
  // Nobody reads a terminal there: the notification leads to the lock.
  whileLocked: true,
  async run({ resourceType, as }, { store, copyToken: copy, views }) {
    const { clouds, accounts, selection } = store.state();
    const key = selection.defaultSubscriptionKey;
    const account = accounts.find((one) => key?.startsWith(`${one.key}/`));
    const cloud = (account && cloudNamed(clouds.known, account.cloud)) ?? currentCloud(clouds);
    const audience =
      resourceType === undefined ? undefined : resourceTypeAudience(resourceType, cloud);
    if (resourceType !== undefined && !audience) {
      return failure(`The cloud '${cloud.name}' has no '${resourceType}'.`);
    }
    const form = tokenForms.find((one) => one === as);
    const copied = await copy({ audience, form });
    if (!copied.ok) return failure(views.refusal(copied.problem));
    return { kind: 'text', text: `${copied.value}\n` };
  },
});
