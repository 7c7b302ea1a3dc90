import type { Shell } from '../../../shared/shim.ts';
import { shellNames, shells } from '../../../shared/shim.ts';
import type { Command } from '../command.ts';
import { command } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import type { Spelling } from '../completion/spellings.ts';
import { spellingsOf } from '../completion/spellings.ts';

/**
 * One row a shell: `completion bash` prints a script that completes every command.
 *
 * @param table all commands, these among them
 */
export const completions = (table: () => readonly Command[]): readonly Command[] =>
  shells.map((shell) =>
    command({
      name: `completion ${shell}`,
      summary: `Print a script that completes commands in ${shellNames[shell]}.`,
      options: {},
      whileLocked: true,
      run: async () => ({ kind: 'text', text: scriptFor(shell, spellingsOf(table())) }),
    }),
  );

function scriptFor(shell: Shell, spellings: readonly Spelling[]): string {
  switch (shell) {
    case 'bash':
      return bashCompletion(spellings);
    case 'zsh':
      // zsh reads bash's completions; it only has to be told so.
      return `autoload -U +X compinit bashcompinit\ncompinit\nbashcompinit\n${bashCompletion(spellings)}`;
    case 'fish':
      return fishCompletion(spellings);
    case 'powershell':
      return powershellCompletion(spellings);
  }
}
