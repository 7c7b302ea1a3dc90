import { Button } from '@fluentui/react-components';
import { askerLabel } from '../../shared/activity.ts';
import type { Confirmation } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import type { Context } from '../../shared/context.ts';
import { DialogFrame } from '../dialog/DialogFrame.tsx';
import { useTimeToRead } from '../dialog/use-time-to-read.ts';
import { Facts } from '../facts/Facts.tsx';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ContextName } from './ContextName.tsx';
import { usePlace } from './use-place.ts';

/** Asks about the token of a production context that somebody wants, one after the other. */
export function ConfirmationDialog() {
  const { asked } = useSlice('confirmations');
  const { list } = useSlice('contexts');
  const [first] = asked;
  const context = list.find(({ id }) => id === first?.contextId);
  return first && context ? <Question key={first.id} asked={first} context={context} /> : null;
}

function Question({ asked, context }: { asked: Confirmation; context: Context }) {
  const send = useSend();
  const readable = useTimeToRead();
  const { subscription, tenant, account } = usePlace(context, context.username);
  const answer = (allow: boolean): void =>
    void send('answer-confirmation', { confirmationId: asked.id, allow });
  const facts = [
    ['Wanted by', askerLabel(asked)],
    ['For', audienceLabel(asked.audience)],
    ['Subscription', subscription ?? 'The whole tenant'],
    ['Tenant', tenant],
    ['Account', account],
  ] as const;

  return (
    <DialogFrame
      alert
      title="Hand out a token of production?"
      actions={
        <>
          <Button autoFocus onClick={() => answer(false)}>
            Do not allow
          </Button>
          <Button appearance="primary" disabledFocusable={!readable} onClick={() => answer(true)}>
            Allow for 15 minutes
          </Button>
        </>
      }
    >
      <ContextName context={context} />
      <Facts facts={facts} />
      <p>
        Once you allow it, whoever asks for tokens of “{context.name}” gets them for 15 minutes
        without another question.
      </p>
    </DialogFrame>
  );
}
