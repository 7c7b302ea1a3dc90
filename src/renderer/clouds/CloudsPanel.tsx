import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useRef, useState } from 'react';
import type { Cloud } from '../../shared/cloud.ts';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useTell } from '../state/feedback.ts';
import { useSlice } from '../state/window-context.ts';
import { CloudForm } from './CloudForm.tsx';
import { CloudItem } from './CloudItem.tsx';
import styles from './Clouds.module.css';

interface CloudsPanelProps {
  /** The cloud whose client ID is wanted, if the panel was opened for that. */
  readonly clientIdOf?: string | undefined;
}

/** Which clouds there are, where each of them is, and which application signs people in there. */
export function CloudsPanel({ clientIdOf }: CloudsPanelProps) {
  const { known, current } = useSlice('clouds');
  const tell = useTell();
  const foot = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<{ readonly cloud: Cloud | undefined }>();
  if (form !== undefined) {
    return (
      // Another key is another panel, which takes the focus as it comes.
      <SidePanel
        key="form"
        title={form.cloud === undefined ? 'Add a cloud' : form.cloud.displayName}
      >
        <CloudForm cloud={form.cloud} onClose={() => setForm(undefined)} />
      </SidePanel>
    );
  }
  return (
    <SidePanel key="list" title="Clouds">
      <div className={styles.panel}>
        <p className={styles.text}>
          Accounts of several clouds work side by side. A new sign-in goes to the one that is
          marked, unless you say otherwise.
        </p>
        <ul className={styles.list} aria-label="Clouds">
          {known.map((cloud) => (
            <CloudItem
              key={cloud.name}
              cloud={cloud}
              isCurrent={cloud.name === current}
              wantsClientId={cloud.name === clientIdOf}
              onEdit={() => setForm({ cloud })}
              onRemoved={() => {
                tell(`${cloud.displayName} is removed`);
                // What had the focus is gone.
                foot.current?.querySelector('button')?.focus();
              }}
            />
          ))}
        </ul>
        <div ref={foot}>
          <Button icon={<AddRegular />} onClick={() => setForm({ cloud: undefined })}>
            Add a cloud…
          </Button>
        </div>
      </div>
    </SidePanel>
  );
}
