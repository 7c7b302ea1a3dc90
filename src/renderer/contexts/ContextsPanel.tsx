import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { Context } from '../../shared/context.ts';
import { useDefault } from '../default/use-default.ts';
import { useNavigation } from '../panels/navigation.ts';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useSlice } from '../state/window-context.ts';
import { ContextDialog } from './ContextDialog.tsx';
import { ContextItem } from './ContextItem.tsx';
import styles from './Contexts.module.css';
import { DeleteContextDialog } from './DeleteContextDialog.tsx';
import type { Place } from './use-place.ts';

type Question =
  | { readonly kind: 'new'; readonly place: Place }
  | { readonly kind: 'edit'; readonly context: Context }
  | { readonly kind: 'delete'; readonly context: Context };

/** The named places to point at. With a draft the form for a new one is open. */
export function ContextsPanel({ draft }: { draft: Place | undefined }) {
  const { list, currentId } = useSlice('contexts');
  const { open } = useNavigation();
  const chosen = useDefault()?.subscription;
  const [question, setQuestion] = useState<Question | undefined>(
    draft && { kind: 'new', place: draft },
  );
  const done = (): void => setQuestion(undefined);

  return (
    <SidePanel title="Contexts">
      <p className={styles.intro}>
        A context is a place to point at under a name: make it the default here, or name it in a
        shell with AZIMUTH_CONTEXT and in a folder with a file called .azimuth.
      </p>
      <Button
        icon={<AddRegular />}
        disabledFocusable={chosen === undefined}
        data-focus-first
        onClick={() => chosen && setQuestion({ kind: 'new', place: chosen })}
      >
        New context from the default
      </Button>
      {chosen === undefined && (
        <p className={styles.line}>Choose a default first, or open the menu of any subscription.</p>
      )}
      {list.length > 0 && (
        <ul className={styles.list} aria-label="Contexts">
          {list.map((context) => (
            <ContextItem
              key={context.id}
              context={context}
              isCurrent={context.id === currentId}
              onToken={() =>
                open({ kind: 'token', target: { kind: 'context', contextId: context.id } })
              }
              onEdit={() => setQuestion({ kind: 'edit', context })}
              onDelete={() => setQuestion({ kind: 'delete', context })}
            />
          ))}
        </ul>
      )}
      {question?.kind === 'new' && (
        <ContextDialog context={undefined} place={question.place} onClose={done} />
      )}
      {question?.kind === 'edit' && (
        <ContextDialog context={question.context} place={question.context} onClose={done} />
      )}
      {question?.kind === 'delete' && (
        <DeleteContextDialog context={question.context} onClose={done} />
      )}
    </SidePanel>
  );
}
