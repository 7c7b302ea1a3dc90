import { Field, Select } from '@fluentui/react-components';
import { settingsSchema } from '../../shared/settings.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

/** Where sign-in pages go. The choice is a setting, so it holds until it is changed. */
export function BrowserField() {
  const send = useSend();
  const { signInBrowser } = useSlice('settings');
  const { privateBrowser } = useSlice('about');
  const shown =
    signInBrowser === 'private' && privateBrowser === undefined ? 'default' : signInBrowser;

  function choose(value: string): void {
    const choice = settingsSchema.shape.signInBrowser.safeParse(value);
    if (choice.success) void send('change-settings', { signInBrowser: choice.data });
  }

  return (
    <Field label="Open the sign-in page">
      <Select value={shown} onChange={(_, { value }) => choose(value)}>
        <option value="default">In the default browser</option>
        {privateBrowser !== undefined && (
          <option value="private">In a private window of {privateBrowser}</option>
        )}
        <option value="copy">Nowhere yet: I copy the link</option>
      </Select>
    </Field>
  );
}
