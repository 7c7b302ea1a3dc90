import type { ContainerDoor } from './container-door.ts';
import { atDoor, hostEntry } from './container-door.ts';

/** What prints a grant's variables as they stand. */
export const variableForms = [
  'bash',
  'zsh',
  'fish',
  'powershell',
  'dotenv',
  'docker',
  'json',
] as const;

/** Where a grant's variables may be put. */
export const snippetForms = [...variableForms, 'compose', 'devcontainer'] as const;

export type SnippetForm = (typeof snippetForms)[number];

/** What a program needs to know to ask the endpoint. `header` is the secret. */
export interface GrantFacts {
  readonly address: string;
  readonly header: string;
  readonly tenantId: string;
  readonly subscriptionId?: string;
  /** Where containers come in, if they may. */
  readonly containers?: ContainerDoor | undefined;
}

type Variable = readonly [name: string, value: string];

/**
 * The variables of the App Service protocol, and those by which tools know where they are. `AZURE_TOKEN_CREDENTIALS` makes
 * `DefaultAzureCredential` ask here at once instead of trying everything else first
 * (https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains).
 */
export function grantVariables(facts: GrantFacts): readonly Variable[] {
  const { address, header, tenantId, subscriptionId } = facts;
  const variables: Variable[] = [
    ['IDENTITY_ENDPOINT', address],
    ['IDENTITY_HEADER', header],
    ['AZURE_TOKEN_CREDENTIALS', 'ManagedIdentityCredential'],
    ['AZURE_TENANT_ID', tenantId],
    ['ARM_TENANT_ID', tenantId],
  ];
  if (subscriptionId === undefined) return variables;
  return [
    ...variables,
    ['AZURE_SUBSCRIPTION_ID', subscriptionId],
    ['ARM_SUBSCRIPTION_ID', subscriptionId],
  ];
}

/** The variables as a shell or a file takes them, ending in a line break. No value has a quote or a blank in it. */
export function grantSnippet(form: SnippetForm, facts: GrantFacts): string {
  switch (form) {
    case 'bash':
    case 'zsh':
      return lines(facts, (name, value) => `export ${name}='${value}'`) + bypassOf(form, facts);
    case 'fish':
      return lines(facts, (name, value) => `set -gx ${name} '${value}'`) + bypassOf(form, facts);
    case 'powershell':
      return lines(facts, (name, value) => `$env:${name} = '${value}'`) + bypassOf(form, facts);
    case 'dotenv':
      return lines(facts, (name, value) => `${name}="${value}"`);
    case 'json':
      return `${JSON.stringify(Object.fromEntries(grantVariables(facts)), null, 2)}\n`;
    default:
      return containerSnippet(form, facts);
  }
}

/** What goes into a container: with the address that means this computer there. */
function containerSnippet(form: 'docker' | 'compose' | 'devcontainer', facts: GrantFacts): string {
  const { containers, address } = facts;
  const inside = containers ? { ...facts, address: atDoor(containers, address) } : facts;
  const entry = containers && hostEntry(containers);
  switch (form) {
    case 'docker':
      return (
        (entry === undefined ? '' : `# docker run --add-host ${entry} --env-file …\n`) +
        lines(inside, (name, value) => `${name}=${value}`)
      );
    case 'compose':
      return (
        (entry === undefined ? '' : `extra_hosts:\n  - "${entry}"\n`) +
        `environment:\n${lines(inside, (name, value) => `  ${name}: "${value}"`)}`
      );
    case 'devcontainer': {
      const runArgs = entry === undefined ? {} : { runArgs: ['--add-host', entry] };
      const containerEnv = Object.fromEntries(grantVariables(inside));
      return `${JSON.stringify({ ...runArgs, containerEnv }, null, 2)}\n`;
    }
  }
}

const lines = (facts: GrantFacts, line: (name: string, value: string) => string): string =>
  grantVariables(facts)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');

/** A proxy would be given the secret, and could not reach this computer's loopback anyway. */
function bypassOf(shell: 'bash' | 'zsh' | 'fish' | 'powershell', { address }: GrantFacts): string {
  const { hostname } = new URL(address);
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${hostname}"\n`;
    case 'fish':
      return `set -gx NO_PROXY (string join , $NO_PROXY '${hostname}')\n`;
    case 'powershell':
      return `$env:NO_PROXY = (@($env:NO_PROXY, '${hostname}') | Where-Object { $_ }) -join ','\n`;
  }
}
