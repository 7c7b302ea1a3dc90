import { Badge } from '@fluentui/react-components';
import type { Context } from '../../shared/context.ts';
import { ColourDot } from '../labels/ColourDot.tsx';
import styles from './Contexts.module.css';

/** A context's name with its colour, and with its mark where it is production. */
export function ContextName({ context }: { context: Context }) {
  return (
    <span className={styles.named}>
      <ColourDot colour={context.colour} />
      <span>{context.name}</span>
      {context.production && (
        <Badge className={styles.mark} appearance="outline" color="danger" shape="rounded">
          Production
        </Badge>
      )}
    </span>
  );
}
