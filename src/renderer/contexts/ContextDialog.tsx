import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Context } from '../../shared/context.ts';
import { contextNameSchema } from '../../shared/context.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ColourPicker } from '../labels/ColourPicker.tsx';
import { useAction } from '../state/commands.ts';
import { AudienceField } from './AudienceField.tsx';
import { PlaceField } from './PlaceField.tsx';
import type { Place } from './use-place.ts';
import { usePlace } from './use-place.ts';

interface ContextDialogProps {
  /** None for a new one. */
  readonly context: Context | undefined;
  readonly place: Place;
  readonly onClose: () => void;
}

/** The form of a context. */
export function ContextDialog({ context, place: first, onClose }: ContextDialogProps) {
  const { subscription, tenant } = usePlace(first);
  const [name, setName] = useState(() => context?.name ?? nameFor(subscription ?? tenant));
  const [place, setPlace] = useState(first);
  const [audience, setAudience] = useState(context?.audience);
  const [colour, setColour] = useState(context?.colour);
  const [production, setProduction] = useState(context?.production ?? false);
  const [confirm, setConfirm] = useState(context?.confirm ?? true);
  const creating = useAction('create-context');
  const changing = useAction('change-context');
  const { busy, problem } = context ? changing : creating;
  const parsed = contextNameSchema.safeParse(name);
  const atName = problem?.field === 'name' ? problem.message : parsed.error?.issues[0]?.message;

  async function submit(): Promise<void> {
    if (!parsed.success) return;
    const { accountKey, tenantId, subscriptionId } = place;
    const where = { accountKey, tenantId, subscriptionId };
    const guard = { production, confirm: production && confirm };
    const input = { ...where, ...guard, name: parsed.data, audience, colour };
    const done = context
      ? await changing.start({ ...input, contextId: context.id })
      : await creating.start(input);
    if (done.ok) onClose();
  }

  return (
    <FormDialog
      title={context ? 'Edit context' : 'New context'}
      submit={context ? 'Save' : 'Create'}
      busy={busy}
      problem={problem?.field === 'name' ? undefined : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label="Name" hint="As it is typed in a terminal" validationMessage={atName ?? null}>
        <Input
          autoFocus
          value={name}
          spellCheck={false}
          onChange={(_, { value }) => {
            creating.clear();
            changing.clear();
            setName(value);
          }}
        />
      </Field>
      <PlaceField first={first} place={place} onChange={setPlace} />
      <AudienceField audience={audience} onChange={setAudience} />
      <ColourPicker chosen={colour} onChange={setColour} />
      <div>
        <FlushSwitch
          label="Production: mark it wherever it is shown"
          checked={production}
          onChange={setProduction}
        />
        {production && (
          <FlushSwitch
            label="Ask before a token is handed out"
            checked={confirm}
            onChange={setConfirm}
          />
        )}
      </div>
    </FormDialog>
  );
}

/** A name that is easily typed. */
function nameFor(place: string): string {
  return place
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
