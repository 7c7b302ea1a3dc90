import { command, failure, nothing } from '../command.ts';
import { findSubscription } from '../find-subscription.ts';
import { warnIfElsewhere } from '../warn-if-elsewhere.ts';
import { subscriptionOption } from './subscription-option.ts';

export const accountSet = command({
  name: 'account set',
  az: true,
  summary: 'Choose the default subscription.',
  options: { subscription: { ...subscriptionOption, required: true } },
  async run({ subscription }, context) {
    const { store, core, views } = context;
    const state = store.state();
    const found = findSubscription(state, subscription);
    if (found.kind !== 'one') {
      const why = found.kind === 'none' ? "doesn't exist" : 'has more than one match';
      const wanted = subscription.toLowerCase();
      return failure(`The subscription of '${wanted}' ${why} in cloud '${state.clouds.current}'.`);
    }
    const { key: subscriptionKey } = found.subscription;
    const chosen = await core.run('choose-default', { subscriptionKey }, 'cli');
    if (!chosen.ok) return failure(views.refusal(chosen.problem));
    await warnIfElsewhere(context);
    return nothing;
  },
});
