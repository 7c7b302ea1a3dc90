import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { labelSchema } from '../../shared/label.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { ColourPicker } from './ColourPicker.tsx';
import type { Labelled } from './labelling.ts';
import styles from './Labels.module.css';
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

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!parsed.success || busy) return;
    const done =
      of.kind === 'account'
        ? await account.start({ ...parsed.data, accountKey: of.key })
        : await tenant.start({ ...parsed.data, tenantKey: of.key });
    if (done.ok) onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.dialog}>
        <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
          <DialogBody>
            <DialogTitle>Nickname and colour</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field
                label={`Nickname of ${name}`}
                hint="Only you see it. Leave it empty to go without."
                {...(issue === undefined ? {} : { validationMessage: issue.message })}
              >
                <Input
                  autoFocus
                  value={nickname}
                  placeholder={name}
                  onChange={(_, { value }) => setNickname(value)}
                />
              </Field>
              <ColourPicker chosen={colour} onChange={setColour} />
              {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                Save
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
