import { answer, command, failure } from '../command.ts';
import { subscriptionFor } from '../find-subscription.ts';
import { contextOption } from './context-option.ts';
import { subscriptionOption } from './subscription-option.ts';

export const accountShow = command({
  name: 'account show',
  az: true,
  summary: 'Show the default subscription, or another one.',
  options: { context: contextOption, subscription: subscriptionOption },
  points: true,
  async run({ subscription }, { store, views }) {
    const state = store.state();
    const found = subscriptionFor(state, subscription);
    if ('complaint' in found) return failure(found.complaint);
    return answer(views.accountShow(state, found.subscription));
  },
});
