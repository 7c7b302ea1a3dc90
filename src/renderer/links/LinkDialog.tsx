import { Badge, Button } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { LinkWish } from '../../shared/link.ts';
import { audienceLabel } from '../../shared/audience.ts';
import { usePlace } from '../contexts/use-place.ts';
import { DialogFrame } from '../dialog/DialogFrame.tsx';
import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useTimeToRead } from '../dialog/use-time-to-read.ts';
import { Facts } from '../facts/Facts.tsx';
import { usePaletteActs } from '../palette/use-palette-acts.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import type { LinkTarget } from './resolve-link.ts';
import { resolveLink } from './resolve-link.ts';

type Asking = Exclude<LinkWish, { kind: 'refused' }>;

/** Asks about what a link wants, or says why nothing comes of it. */
export function LinkDialog() {
  const { link } = useSlice('wanted');
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const contexts = useSlice('contexts');
  if (link === undefined) return null;
  if (link.kind === 'refused') return <NothingDone message={link.message} />;
  const found = resolveLink({ accounts, tenants, subscriptions, contexts }, link.place);
  if (found.kind === 'not-found') return <NothingDone message={found.message} />;
  if (link.kind === 'switch' && found.target.kind === 'tenant') {
    return <NothingDone message="This link names no subscription to switch to." />;
  }
  return <Question link={link} found={found} />;
}

/** Closes the dialog; the link is forgotten. */
function useClose(): () => void {
  const send = useSend();
  return useCallback(() => void send('close-link', {}), [send]);
}

interface QuestionProps {
  readonly link: Asking;
  readonly found: Extract<LinkTarget, { kind: 'found' }>;
}

function Question({ link, found }: QuestionProps) {
  const close = useClose();
  const { busy, enter } = usePaletteActs(close);
  const readable = useTimeToRead();
  const { subscription, tenant, account } = usePlace(found.place, found.context?.username);
  const { target, context, production } = found;
  const copies = link.kind === 'copy-token';
  const facts = [
    ['Context', context?.name],
    ['Account', account],
    ['Tenant', tenant],
    ['Subscription', subscription ?? 'The whole tenant'],
    ['For', copies ? audienceLabel(link.audience) : undefined],
  ] as const;

  function agree(): void {
    if (copies) enter({ kind: 'copy-token', token: { target, audience: link.audience } });
    else if (target.kind === 'context') enter({ kind: 'use-context', contextId: target.contextId });
    else if (target.kind === 'subscription')
      enter({ kind: 'choose-default', subscriptionKey: target.subscriptionKey });
  }

  return (
    <QuestionDialog
      title={copies ? 'Copy a token for a link?' : 'Switch for a link?'}
      answer={copies ? 'Copy token' : 'Switch'}
      busy={busy}
      readable={readable}
      onAnswer={agree}
      onClose={close}
    >
      {production && (
        <div>
          <Badge appearance="outline" color="danger" shape="rounded">
            Production
          </Badge>
        </div>
      )}
      <Facts facts={facts} />
      <p>
        {copies
          ? 'A web page or a program asked for this. The token goes to your clipboard, and nowhere else.'
          : 'A web page or a program asked for this. Tokens and tools will use it unless you say otherwise.'}
      </p>
    </QuestionDialog>
  );
}

function NothingDone({ message }: { message: string }) {
  const close = useClose();
  return (
    <DialogFrame
      alert
      title="Nothing was done"
      onClose={close}
      actions={
        <Button autoFocus appearance="primary" onClick={close}>
          Close
        </Button>
      }
    >
      {message}
    </DialogFrame>
  );
}
