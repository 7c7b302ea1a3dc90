import type { Options } from './options.ts';
import { outputFormats } from './cli-views.ts';

/** What every command takes, as Azure CLI has it. */
export const globalOptions = {
  help: { kind: 'flag', flags: ['--help', '-h'], help: 'Show this help message and exit.' },
  verbose: { kind: 'flag', flags: ['--verbose'], help: 'Taken, for the sake of scripts.' },
  debug: { kind: 'flag', flags: ['--debug'], help: 'Taken, for the sake of scripts.' },
  onlyShowErrors: { kind: 'flag', flags: ['--only-show-errors'], help: 'Suppress warnings.' },
  output: {
    kind: 'text',
    flags: ['--output', '-o'],
    help: 'Output format.',
    choices: outputFormats,
  },
  query: {
    kind: 'text',
    flags: ['--query'],
    help: 'A JMESPath query of the answer, see https://jmespath.org.',
  },
} as const satisfies Options;
