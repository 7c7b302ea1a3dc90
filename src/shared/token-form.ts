import type { Audience } from './audience.ts';
import { azTokenJson } from './az-token-json.ts';

/** How a token may stand on the clipboard. */
export const tokenForms = [
  'token',
  'header',
  'export',
  'powershell',
  'dotenv',
  'curl',
  'az-json',
] as const;

export type TokenForm = (typeof tokenForms)[number];

/** What a person reads for a form. */
export const tokenFormNames: Readonly<Record<TokenForm, string>> = {
  token: 'Token',
  header: 'Authorization header',
  export: 'export for bash and zsh',
  powershell: '$env: for PowerShell',
  dotenv: '.env line',
  curl: 'curl command',
  'az-json': 'JSON as az prints it',
};

/** The variable of the forms that set one. */
const variable = 'AZURE_ACCESS_TOKEN';

/** What a form is made of, beside the token's text. */
export interface FormFacts {
  readonly audience: Audience;
  readonly tenantId: string;
  readonly subscriptionId?: string | undefined;
  readonly scopes: readonly string[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** Azure Resource Manager of the account's cloud. */
  readonly resourceManager: string | undefined;
}

/**
 * A token in a form, without a line break at its end: what is pasted into a terminal is not run before a person wants it.
 * Tokens are no business of ours inside, so each form quotes whatever stands in one.
 */
export function tokenInForm(form: TokenForm, text: string, facts: FormFacts): string {
  const header = `Authorization: Bearer ${text}`;
  switch (form) {
    case 'token':
      return text;
    case 'header':
      return header;
    case 'export':
      return `export ${variable}=${shellQuoted(text)}`;
    case 'powershell':
      return `$env:${variable} = '${text.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
    case 'dotenv':
      return `${variable}=${dotenvQuoted(text)}`;
    case 'curl':
      return `curl -H ${shellQuoted(header)} ${shellQuoted(addressOf(facts))}`;
    case 'az-json':
      return JSON.stringify(
        azTokenJson({ ...facts, accessToken: text, tenant: facts.tenantId }),
        null,
        2,
      );
  }
}

/** For any POSIX shell: nothing means anything between single quotes, except the next one. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Docker takes quotes of an env file as part of the value, so what needs none gets none. */
function dotenvQuoted(text: string): string {
  if (/^[\w.~+/=-]*$/.test(text)) return text;
  return `"${text.replaceAll(/[\\"$`]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/**
 * Something that can be asked for with the token: the subscriptions, else the service itself. Where that has no address by
 * which a token may travel (an application id, `api://…`, `http://…`), one is left to be filled in.
 */
function addressOf({ audience, scopes, resourceManager }: FormFacts): string {
  if (audience.kind === 'known' && audience.id === 'resource-manager' && resourceManager) {
    return `${resourceManager}/subscriptions?api-version=2022-12-01`;
  }
  const [first = ''] = scopes;
  return first.startsWith('https://') ? first.replace(/\/[^/]*$/, '') : 'https://';
}
