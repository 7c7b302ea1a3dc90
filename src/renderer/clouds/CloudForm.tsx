import { Button, Field, Input } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Cloud } from '../../shared/cloud.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import type { CloudFieldErrors, CloudFieldName, CloudFormValues } from './cloud-form-values.ts';
import { cloudErrorsFrom, firstCloudValues, parseCloudValues } from './cloud-form-values.ts';
import styles from './Clouds.module.css';

interface CloudFormProps {
  /** The cloud that is changed; none means a new one. */
  readonly cloud: Cloud | undefined;
  readonly onClose: () => void;
}

/** A custom cloud. Its own metadata say most of it; it is asked before anything is kept. */
export function CloudForm({ cloud, onClose }: CloudFormProps) {
  const [values, setValues] = useState(() => firstCloudValues(cloud));
  const [tried, setTried] = useState(false);
  const [opened, setOpened] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useAction(cloud === undefined ? 'add-cloud' : 'change-cloud');
  const tell = useTell();
  const parsed = parseCloudValues(values);
  const { problem, busy } = save;
  const errors = tried && parsed.kind === 'errors' ? parsed.errors : cloudErrorsFrom(problem);
  const wrong = Object.keys(errors).join(' ');
  const more = opened || rareFields.some(({ name }) => errors[name] !== undefined);

  // Whoever can't see the message comes to the field that it is about.
  useEffect(() => {
    if (wrong !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  function change(name: CloudFieldName, value: string): void {
    setTried(false);
    save.clear();
    setValues({ ...values, [name]: value });
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (parsed.kind === 'errors' || busy) return;
    const done = await save.start(parsed.input);
    if (!done.ok) return;
    tell(`${parsed.input.name} is ${cloud === undefined ? 'added' : 'changed'}`);
    onClose();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      noValidate
      autoComplete="off"
    >
      <TextField
        name="name"
        label="Name"
        placeholder="Contoso-Stack"
        required
        readOnly={cloud !== undefined}
        focusFirst={cloud === undefined}
        {...{ values, errors, change }}
      />
      <TextField
        name="resourceManager"
        label="Resource Manager endpoint"
        placeholder="https://management.contoso.example"
        hint="The rest is asked of it."
        required
        focusFirst={cloud !== undefined}
        {...{ values, errors, change }}
      />
      <Button
        appearance="transparent"
        className={styles.more}
        icon={more ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={more}
        onClick={() => setOpened(!more)}
      >
        Say the rest yourself
      </Button>
      {more &&
        rareFields.map((field) => (
          <TextField key={field.name} {...field} {...{ values, errors, change }} />
        ))}
      {problem !== undefined && wrong === '' && <ProblemBox problem={problem} place={{}} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? 'Asking the cloud…' : cloud === undefined ? 'Add cloud' : 'Save cloud'}
        </Button>
        <Button onClick={onClose} disabledFocusable={busy}>
          Back
        </Button>
      </div>
    </form>
  );
}

const rareFields = [
  { name: 'authority', label: 'Authority', placeholder: 'https://login.microsoftonline.com' },
  { name: 'audience', label: 'Audience', placeholder: 'https://management.core.windows.net/' },
  { name: 'portal', label: 'Portal', placeholder: 'https://portal.azure.com' },
  { name: 'clientId', label: 'Client ID', placeholder: '00000000-0000-0000-0000-000000000000' },
] as const;

interface TextFieldProps {
  readonly name: CloudFieldName;
  readonly label: string;
  readonly placeholder: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly focusFirst?: boolean;
  readonly values: CloudFormValues;
  readonly errors: CloudFieldErrors;
  readonly change: (name: CloudFieldName, value: string) => void;
}

function TextField(props: TextFieldProps) {
  const { name, label, placeholder, hint, values, errors, change } = props;
  const message = errors[name];
  return (
    <Field
      label={label}
      required={props.required === true && props.readOnly !== true}
      {...(hint === undefined ? {} : { hint })}
      {...(message === undefined ? {} : { validationMessage: message })}
    >
      <Input
        value={values[name]}
        onChange={(_, { value }) => change(name, value)}
        placeholder={placeholder}
        readOnly={props.readOnly === true}
        spellCheck={false}
        {...(props.focusFirst === true ? { 'data-focus-first': true } : {})}
      />
    </Field>
  );
}
