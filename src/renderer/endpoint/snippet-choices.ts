import type { SnippetForm } from '../../shared/grant-snippet.ts';

/** The forms in which the variables of a grant are copied. */
export const snippetChoices: readonly (readonly [SnippetForm, string])[] = [
  ['bash', 'For bash and zsh'],
  ['fish', 'For fish'],
  ['powershell', 'For PowerShell'],
  ['dotenv', 'As .env file'],
  ['docker', 'As Docker env file'],
  ['compose', 'For docker compose'],
  ['devcontainer', 'For devcontainer.json'],
];
