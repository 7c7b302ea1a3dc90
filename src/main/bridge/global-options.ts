import type { Options } from './options.ts';
import { outputFormats } from './cli-views.ts';

/** What every command takes, as Azure CLI has it. */
export const globalOptions = {
  output: {
    kind: 'text',
    flags: ['--output', '-o'],
    help: 'Output format.',
    choices: outputFormats,
  },
  onlyShowErrors: { kind: 'flag', flags: ['--only-show-errors'], help: 'Suppress warnings.' },
  verbose: { kind: 'flag', flags: ['--verbose'], help: 'Taken, for the sake of scripts.' },
  debug: { kind: 'flag', flags: ['--debug'], help: 'Taken, for the sake of scripts.' },
  help: { kind: 'flag', flags: ['--help', '-h'], help: 'Show this help message and exit.' },
} as const satisfies Options;

/** What Azure CLI takes and we do not yet: said so in one line, never passed over. */
export const unsupportedOptions = {
  query: { kind: 'text', flags: ['--query'], help: '' },
} as const satisfies Options;

export const unsupportedFormats: readonly string[] = ['yaml', 'yamlc'];
