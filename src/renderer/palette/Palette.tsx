import { Button, ProgressBar } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './Palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { paletteStep } from './palette-keys.ts';
import { PaletteFoot } from './PaletteFoot.tsx';
import { optionId, PaletteList } from './PaletteList.tsx';
import { usePaletteActs } from './use-palette-acts.ts';
import { usePaletteSearch } from './use-palette-search.ts';

/** What is looked into: an account or a tenant. */
interface Within {
  readonly key: string;
  readonly name: string;
}

/** Type to find, and one key to do: the combobox pattern, whose focus stays in the field. */
export function Palette({ onDone }: { onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [within, setWithin] = useState<Within>();
  const [cursor, setCursor] = useState(0);
  const search = usePaletteSearch(within?.key);
  const found = useMemo(() => search(text), [search, text]);
  const acts = usePaletteActs(onDone);
  const entry = found.at(cursor)?.entry;

  useEffect(() => field.current?.focus(), []);

  function lookFor(next: string): void {
    setText(next);
    setCursor(0);
  }

  function lookInto(next: Within | undefined): void {
    setWithin(next);
    lookFor('');
    field.current?.focus();
  }

  function enter(chosen: PaletteEntry | undefined): void {
    if (acts.busy || !chosen) return;
    if (chosen.enter.kind === 'look-into') lookInto(chosen.enter);
    else acts.enter(chosen.enter);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A key that only picks among an input method's words.
    if (event.nativeEvent.isComposing) return;
    const place = { cursor, count: found.count, empty: text === '' };
    const step = paletteStep(event.nativeEvent, place, navigator.userAgent);
    if (step === undefined) return;
    if (step.kind !== 'back') event.preventDefault();
    switch (step.kind) {
      case 'move':
        setCursor(Math.max(0, step.to));
        return;
      case 'enter':
        enter(entry);
        return;
      case 'copy-token':
        if (entry && !acts.busy) acts.copyToken(entry);
        return;
      case 'copy-id':
        if (entry && !acts.busy) acts.copyId(entry);
        return;
      case 'back':
        if (within !== undefined) lookInto(undefined);
        return;
    }
  }

  return (
    <div className={styles.palette}>
      <div className={styles.field}>
        <span className={styles.glass}>
          <SearchRegular />
        </span>
        {within !== undefined && (
          <Button
            className={styles.within}
            size="small"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={`No longer only in ${within.name}`}
            onClick={() => lookInto(undefined)}
          >
            {within.name}
          </Button>
        )}
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-label="Find a subscription, tenant, account, context or command"
          aria-autocomplete="list"
          aria-expanded={found.count > 0}
          aria-controls={found.count > 0 ? listId : undefined}
          aria-activedescendant={entry && optionId(listId, cursor)}
          placeholder="Find a subscription, tenant, account, context or command"
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => lookFor(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {acts.busy && <ProgressBar className={styles.progress} aria-label="Working" />}
      </div>
      {found.count > 0 ? (
        <PaletteList id={listId} found={found} cursor={cursor} onEnter={enter} />
      ) : (
        <p className={styles.nothing}>
          {text.trim() === '' ? 'There is nothing in it.' : `Nothing matches “${text.trim()}”.`}
        </p>
      )}
      <PaletteFoot
        found={found}
        isAll={text.trim() === ''}
        entry={entry}
        onEnter={() => enter(entry)}
        onCopyToken={() => entry && acts.copyToken(entry)}
        onCopyId={() => entry && acts.copyId(entry)}
      />
    </div>
  );
}
