import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { Audience } from '../../shared/audience.ts';
import { audienceIds, audienceResource } from '../../shared/audience.ts';
import type { Cloud } from '../../shared/cloud.ts';
import type { CommandInput } from '../../shared/contract.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { AudienceOptions } from '../forms/AudienceOptions.tsx';
import { useSlice } from '../state/window-context.ts';
import type { AudienceChoice } from './audience-choice.ts';
import { choiceFor, choiceKindOf, parseChoice } from './audience-choice.ts';
import { useTargetCloud } from './target-cloud.ts';
import { TargetPicker } from './TargetPicker.tsx';
import styles from './Token.module.css';

interface TokenFormProps {
  readonly target: TokenTarget;
  readonly busy: boolean;
  readonly onAsk: (input: CommandInput<'issue-token'>) => void;
}

/** For what and for whom a token is wanted. */
export function TokenForm({ target, busy, onAsk }: TokenFormProps) {
  const [opened, setOpened] = useState(target);
  const [chosen, setChosen] = useState(target);
  const usual = useUsualAudience(target);
  const [choice, setChoice] = useState(() => choiceFor(usual));
  const [tried, setTried] = useState(false);
  if (opened !== target) {
    setOpened(target);
    setChosen(target);
    setChoice(choiceFor(usual));
  }

  const parsed = parseChoice(choice);
  const error = tried && !parsed.ok ? parsed.message : undefined;

  function change(part: Partial<AudienceChoice>): void {
    setTried(false);
    setChoice({ ...choice, ...part });
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (parsed.ok) onAsk({ target: chosen, audience: parsed.audience });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TargetPicker target={chosen} onChange={setChosen} />
      <AudiencePicker
        choice={choice}
        cloud={useTargetCloud(chosen)}
        error={error}
        onChange={change}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<KeyRegular />}
        disabledFocusable={busy}
        data-focus-first
      >
        Get token
      </Button>
    </form>
  );
}

/** What the tokens of a context are for, which is the current one where the default is asked for. */
function useUsualAudience(target: TokenTarget): Audience | undefined {
  const { list, currentId } = useSlice('contexts');
  const contextId = target.kind === 'default' ? currentId : undefined;
  const wanted = target.kind === 'context' ? target.contextId : contextId;
  return list.find(({ id }) => id === wanted)?.audience;
}

interface AudiencePickerProps {
  readonly choice: AudienceChoice;
  readonly cloud: Cloud;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<AudienceChoice>) => void;
}

function AudiencePicker({ choice, cloud, error, onChange }: AudiencePickerProps) {
  const validation = error === undefined ? {} : { validationMessage: error };
  const known = audienceIds.find((id) => id === choice.kind);
  return (
    <>
      <Field
        label="Service"
        {...(known === undefined ? {} : { hint: audienceResource(known, cloud) })}
      >
        <Select
          value={choice.kind}
          onChange={(_, { value }) => onChange({ kind: choiceKindOf(value) })}
        >
          <AudienceOptions />
          <option value="resource">Another service…</option>
          <option value="scopes">Scopes, word for word…</option>
        </Select>
      </Field>
      {choice.kind === 'resource' && (
        <Field label="Resource" hint="The service’s address or application ID" {...validation}>
          <Input
            value={choice.resource}
            onChange={(_, { value }) => onChange({ resource: value })}
            placeholder="https://api.contoso.com"
            spellCheck={false}
          />
        </Field>
      )}
      {choice.kind === 'scopes' && (
        <Field label="Scopes" hint="Separated by spaces or lines" {...validation}>
          <Textarea
            value={choice.scopes}
            onChange={(_, { value }) => onChange({ scopes: value })}
            placeholder="https://graph.microsoft.com/User.Read"
            spellCheck={false}
          />
        </Field>
      )}
    </>
  );
}
