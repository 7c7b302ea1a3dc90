import { Button, Label } from '@fluentui/react-components';
import { useId } from 'react';
import { useDefault } from '../default/use-default.ts';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import styles from './Contexts.module.css';
import type { Place } from './use-place.ts';
import { usePlace } from './use-place.ts';

interface PlaceFieldProps {
  /** As it was when the form opened. */
  readonly first: Place;
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** Where a context points; it can be widened to the tenant, and moved to the default. */
export function PlaceField({ first, place, onChange }: PlaceFieldProps) {
  const labelId = useId();
  const { subscription, tenant, account } = usePlace(place);
  const chosen = useDefault()?.subscription;
  const narrow = place.subscriptionId ?? first.subscriptionId;
  const isElsewhere =
    chosen !== undefined &&
    (chosen.subscriptionId !== place.subscriptionId || chosen.accountKey !== place.accountKey);
  return (
    <div className={styles.labelled}>
      <Label id={labelId}>Points at</Label>
      <div className={styles.place} role="group" aria-labelledby={labelId}>
        <p>{subscription ?? 'The whole tenant'}</p>
        <p className={styles.line}>
          {tenant} · {account}
        </p>
        {narrow !== undefined && (
          <FlushSwitch
            label="The whole tenant"
            checked={place.subscriptionId === undefined}
            onChange={(checked) =>
              onChange({ ...place, subscriptionId: checked ? undefined : narrow })
            }
          />
        )}
        {isElsewhere && place.subscriptionId !== undefined && (
          <Button size="small" appearance="subtle" onClick={() => onChange(chosen)}>
            Point it at the default, {chosen.displayName}
          </Button>
        )}
      </div>
    </div>
  );
}
