import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { audienceIds, audienceNames } from '../../shared/audience.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { TargetPicker } from '../token/TargetPicker.tsx';
import styles from './Endpoint.module.css';
import type { GrantChoice } from './grant-choice.ts';
import { firstGrant, lifetimes, readGrant } from './grant-choice.ts';

/** For whom, what and how long a grant is. */
export function GrantForm({ onDone }: { onDone: () => void }) {
  const [choice, setChoice] = useState(firstGrant);
  const [tried, setTried] = useState(false);
  const create = useAction('create-grant');
  const name = useRef<HTMLInputElement>(null);
  const read = readGrant(choice);

  useEffect(() => name.current?.focus(), []);

  function change(part: Partial<GrantChoice>): void {
    setTried(false);
    setChoice({ ...choice, ...part });
  }

  const refused = create.problem?.field === 'name' ? create.problem.message : undefined;
  const errorAt = (field: 'name' | 'services') => {
    if (!tried) return {};
    if (!read.ok) return read.field === field ? { validationMessage: read.message } : {};
    return field === 'name' && refused !== undefined ? { validationMessage: refused } : {};
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return;
    const created = await create.start(read.grant);
    if (created.ok) onDone();
  }

  return (
    <form
      className={styles.form}
      aria-label="New grant"
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <Field label="Name" {...errorAt('name')}>
        <Input
          input={{ ref: name }}
          value={choice.name}
          placeholder="Orders API"
          onChange={(_, { value }) => change({ name: value })}
        />
      </Field>
      <TargetPicker target={choice.target} onChange={(target) => change({ target })} />
      <Services choice={choice} error={errorAt('services')} onChange={change} />
      <Field label="Lasts">
        <Select
          value={String(choice.minutes)}
          onChange={(_, { value }) => change({ minutes: Number(value) })}
        >
          {lifetimes.map(([minutes, label]) => (
            <option key={minutes} value={minutes}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {create.problem !== undefined && refused === undefined && (
        <ProblemBox problem={create.problem} place={{}} />
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={create.busy}>
          Make grant
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

interface ServicesProps {
  readonly choice: GrantChoice;
  readonly error: { readonly validationMessage?: string };
  readonly onChange: (part: Partial<GrantChoice>) => void;
}

function Services({ choice, error, onChange }: ServicesProps) {
  const { any, services, others } = choice;
  return (
    <>
      <fieldset className={styles.services}>
        <legend>Services</legend>
        <Checkbox
          label="Any service"
          checked={any}
          onChange={(_, { checked }) => onChange({ any: checked === true })}
        />
        {!any &&
          audienceIds.map((id) => (
            <Checkbox
              key={id}
              label={audienceNames[id]}
              checked={services.includes(id)}
              onChange={(_, { checked }) =>
                onChange({
                  services:
                    checked === true ? [...services, id] : services.filter((one) => one !== id),
                })
              }
            />
          ))}
      </fieldset>
      {!any && (
        <Field label="Other services" hint="Addresses, separated by blanks" {...error}>
          <Input
            value={others}
            placeholder="api://orders"
            spellCheck={false}
            onChange={(_, { value }) => onChange({ others: value })}
          />
        </Field>
      )}
    </>
  );
}
