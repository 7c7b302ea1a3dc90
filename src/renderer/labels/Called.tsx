import { ShownName } from './ShownName.tsx';
import { useLabel } from './use-label.ts';

interface CalledProps {
  /** Of the account or the tenant. */
  readonly labelKey: string | undefined;
  /** Its true name. */
  readonly name: string;
}

/** An account or a tenant as the person calls it; a screen reader hears the true name too. */
export function Called({ labelKey, name }: CalledProps) {
  const label = useLabel(labelKey);
  return (
    <>
      <ShownName label={label} name={name} />
      {label?.nickname !== undefined && <span className="visually-hidden"> ({name})</span>}
    </>
  );
}
