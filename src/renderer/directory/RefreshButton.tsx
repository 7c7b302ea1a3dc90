import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

export function RefreshButton() {
  const running = useSlice('discovery').running > 0;
  const send = useSend();
  return (
    <Button
      appearance="subtle"
      icon={<ArrowClockwiseRegular />}
      aria-label="Refresh"
      title="Refresh the list"
      disabledFocusable={running}
      onClick={() => void send('refresh', {})}
    />
  );
}
