import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { labelSchema } from '../../shared/label.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { useAction } from '../state/commands.ts';
import { ColourPicker } from './ColourPicker.tsx';
import type { Labelled } from './labelling.ts';
import { useLabel } from './use-label.ts';

interface LabelDialogProps {
  readonly of: Labelled;
  /** Its true name. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for a nickname and a colour; both may be left out. */
export function LabelDialog({ of, name, onClose }: LabelDialogProps) {
  const label = useLabel(of.key);
  const [nickname, setNickname] = useState(label?.nickname ?? '');
  const [colour, setColour] = useState(label?.colour);
  const account = useAction('label-account');
  const tenant = useAction('label-tenant');
  const { busy, problem } = of.kind === 'account' ? account : tenant;
  const parsed = labelSchema.safeParse({ nickname, colour });
  const [issue] = parsed.error?.issues ?? [];

  async function submit(): Promise<void> {
    if (!parsed.success) return;
    const done =
      of.kind === 'account'
        ? await account.start({ ...parsed.data, accountKey: of.key })
        : await tenant.start({ ...parsed.data, tenantKey: of.key });
    if (done.ok) onClose();
  }

  return (
    <FormDialog
      title="Nickname and colour"
      submit="Save"
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={`Nickname of ${name}`}
        hint="Only you see it. Leave it empty to go without."
        validationMessage={issue?.message ?? null}
      >
        <Input
          autoFocus
          value={nickname}
          placeholder={name}
          onChange={(_, { value }) => setNickname(value)}
        />
      </Field>
      <ColourPicker chosen={colour} onChange={setColour} />
    </FormDialog>
  );
}
