import { Link } from '@fluentui/react-components';
import { countOf } from '../../shared/format.ts';
import { useNavigation } from '../panels/navigation.ts';
import { useSlice } from '../state/window-context.ts';

/** Seen only while Azure CLI leaves secrets in plain text: one item of a list. */
export function PlaintextLine() {
  const azureCli = useSlice('azureCli');
  const { open } = useNavigation();
  if (azureCli.kind !== 'read' || azureCli.secretFiles.length === 0) return null;
  return (
    <li>
      Azure CLI keeps secrets in plain text, in {countOf(azureCli.secretFiles.length, 'file')}.{' '}
      <Link as="button" inline onClick={() => open({ kind: 'azure-cli' })}>
        See what can be deleted
      </Link>
    </li>
  );
}
