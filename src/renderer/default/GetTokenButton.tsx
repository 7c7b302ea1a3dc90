import { Button } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { useNavigation } from '../panels/navigation.ts';
import { targetValue } from '../token/target-choice.ts';

const ofDefault: TokenTarget = { kind: 'default' };

/** Opens the panel that mints a token, of the default unless said otherwise; gone while that is open. */
export function GetTokenButton({ target = ofDefault }: { target?: TokenTarget }) {
  const { panel, open } = useNavigation();
  if (panel?.kind === 'token' && targetValue(panel.target) === targetValue(target)) return null;
  return (
    <Button
      appearance="primary"
      icon={<KeyRegular />}
      onClick={() => open({ kind: 'token', target })}
    >
      Get token
    </Button>
  );
}
