import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { exportFormats } from '../../shared/activity.ts';
import type { ExportFormat } from '../../shared/activity.ts';
import { useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';

const names: Readonly<Record<ExportFormat, string>> = {
  csv: 'Table (CSV)',
  json: 'JSON',
};

/** Writes the record of hand-outs into a file of the person's choice. */
export function ExportActivity() {
  const send = useSend();
  const tell = useTell();

  async function save(format: ExportFormat): Promise<void> {
    const done = await send('export-activity', { format });
    if (done.ok && done.value.saved) tell('The record is saved');
  }

  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button>Export…</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {exportFormats.map((format) => (
            <MenuItem key={format} onClick={() => void save(format)}>
              {names[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
