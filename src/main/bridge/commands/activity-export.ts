import { activityRecords, exportActivity, exportFormats } from '../../../shared/activity.ts';
import { command } from '../command.ts';

export const activityExport = command({
  name: 'activity export',
  summary: 'Print the record of hand-outs as a file, for a spreadsheet or a program.',
  options: {
    format: {
      kind: 'text',
      flags: ['--format', '-f'],
      help: 'Format of the file; csv unless said.',
      choices: exportFormats,
    },
  },
  async run({ format }, { store }) {
    const chosen = exportFormats.find((one) => one === format) ?? 'csv';
    return { kind: 'text', text: exportActivity(activityRecords(store.state()), chosen) };
  },
});
