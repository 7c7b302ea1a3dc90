/** Where a grant's variables may be put. */
export const snippetForms = [
  'bash',
  'zsh',
  'fish',
  'powershell',
  'dotenv',
  'docker',
  'json',
  'compose',
  'devcontainer',
] as const;

export type SnippetForm = (typeof snippetForms)[number];

/** What a program needs to know to ask the endpoint. `header` is the secret. */
export interface GrantFacts {
  readonly address: string;
  readonly header: string;
  readonly tenantId: string;
  readonly subscriptionId?: string;
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
  const variables = grantVariables(facts);
  const lines = (line: (variable: Variable) => string): string =>
    variables.map((variable) => `${line(variable)}\n`).join('');
  const object = (): Record<string, string> => Object.fromEntries(variables);
  switch (form) {
    case 'bash':
    case 'zsh':
      return lines(([name, value]) => `export ${name}='${value}'`) + notThroughProxies(facts);
    case 'fish':
      return lines(([name, value]) => `set -gx ${name} '${value}'`);
    case 'powershell':
      return lines(([name, value]) => `$env:${name} = '${value}'`);
    case 'dotenv':
      return lines(([name, value]) => `${name}="${value}"`);
    case 'docker':
      return lines(([name, value]) => `${name}=${value}`);
    case 'json':
      return `${JSON.stringify(object(), null, 2)}\n`;
    case 'compose':
      return `environment:\n${lines(([name, value]) => `  ${name}: "${value}"`)}`;
    case 'devcontainer':
      return `${JSON.stringify({ containerEnv: object() }, null, 2)}\n`;
  }
}

/** A proxy would be given the secret, and could not reach this computer's loopback anyway. */
const notThroughProxies = ({ address }: GrantFacts): string =>
  `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${new URL(address).hostname}"\n`;
