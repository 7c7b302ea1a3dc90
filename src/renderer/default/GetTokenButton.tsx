import { Button } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { useNavigation } from '../panels/navigation.ts';

/** Opens the panel that mints a token of the default; gone while that is open. */
export function GetTokenButton() {
  const { panel, open } = useNavigation();
  if (panel?.kind === 'token' && panel.target.kind === 'default') return null;
  return (
    <Button
      appearance="primary"
      icon={<KeyRegular />}
      onClick={() => open({ kind: 'token', target: { kind: 'default' } })}
    >
      Get token
    </Button>
  );
}
