import { readClaimsRequest } from './claims-request.ts';
import { tenantName } from './tenant-name.ts';

/** What a pasted line asks for. */
export interface SignInLine {
  /** The claims request as JSON. */
  readonly claims?: string;
  readonly tenant?: string;
  readonly scopes?: readonly string[];
  readonly username?: string;
  readonly deviceCode: boolean;
}

export type ReadSignInLine =
  | { readonly ok: true; readonly line: SignInLine }
  | { readonly ok: false; readonly complaint: string };

/** Characters that are looked at; a claims challenge with everything around it is a tenth of it. */
const longest = 50_000;

/**
 * Understands the line that SDKs and Azure CLI print when a service wants another sign-in, such as
 * `az login --claims-challenge BASE64 --scope S --tenant T`, with whatever a terminal did to it: quotes, line breaks, a
 * prompt in front, text around it. The claims challenge alone will do, in base64 or as JSON. What comes out is never logged.
 */
export function readSignInLine(pasted: string): ReadSignInLine {
  if (pasted.length > longest) {
    return complain('That is too long. Paste only the line that begins with “az login”.');
  }
  const text = pasted.trim();
  if (text === '') return complain('Paste the line that your tool printed.');
  const commands = [...text.matchAll(anyCommand)];
  const logins = commands.filter(([, verb]) => verb === 'login');
  const [login] = logins;
  if (logins.length > 1) return complain('That is more than one sign-in line. Paste one of them.');
  if (login) return readLogin(text.slice(login.index + login[0].length));
  if (commands.length > 0) {
    return complain('That is another command. Paste the line that begins with “az login”.');
  }
  if (text.startsWith('--')) return readLogin(text);
  return withClaims({ deviceCode: false }, [text.replaceAll(/^(["'])(.*)\1$/gs, '$2')]);
}

/** A command line's beginning, whatever stands in front of it; its own arguments come after. */
const anyCommand = /(?<![\w./-])(?:az|azimuth)\s+([a-z][\w-]*)/g;

/** Options of `login` that say something here, by their spellings. */
const spellings = {
  '--claims-challenge': 'claims',
  '--tenant': 'tenant',
  '-t': 'tenant',
  '--scope': 'scopes',
  '--username': 'username',
  '-u': 'username',
  '--use-device-code': 'code',
} as const;

type Name = (typeof spellings)[keyof typeof spellings];

const names: ReadonlyMap<string, Name> = new Map(Object.entries(spellings));

function readLogin(rest: string): ReadSignInLine {
  const values = optionsOf(wordsOf(rest));
  if (values.has('--service-principal') || values.has('--identity')) {
    return complain('That line signs in an application, which answers no claims challenge.');
  }
  const tenant = values.get('tenant')?.[0];
  if (tenant !== undefined && !tenantName.safeParse(tenant).success) {
    return complain('The tenant in that line is neither an id nor a domain.');
  }
  const username = values.get('username')?.[0];
  const scopes = (values.get('scopes') ?? []).filter(isScope);
  const line: SignInLine = {
    deviceCode: values.has('code'),
    ...(tenant === undefined ? {} : { tenant }),
    ...(scopes.length === 0 ? {} : { scopes }),
    ...(username === undefined ? {} : { username }),
  };
  const claims = values.get('claims');
  if (claims) return withClaims(line, claims);
  if (tenant !== undefined || scopes.length > 0) return { ok: true, line };
  return complain('That line names no claims challenge, no scope and no tenant.');
}

/** Each option with the words after it. What stands before the first option is nobody's. */
function optionsOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let open: string[] = [];
  for (const word of words) {
    if (!word.startsWith('-')) {
      open.push(word);
      continue;
    }
    const [flag = '', ...inline] = word.split('=');
    open = inline.length > 0 ? [inline.join('=')] : [];
    found.set(names.get(flag) ?? flag, open);
  }
  return found;
}

/** A prose that goes on behind the line is no list of scopes: those of a service have an address in them. */
const isScope = (word: string, index: number): boolean => index === 0 || /[/:]/.test(word);

/** The first word, or where a terminal broke a long one over several lines, its pieces together. */
function withClaims(line: SignInLine, words: readonly string[]): ReadSignInLine {
  const [first = ''] = words;
  const whole = readClaimsRequest(first);
  const read = whole.ok ? whole : readClaimsRequest(words.join(''));
  return read.ok ? { ok: true, line: { ...line, claims: read.claims } } : complain(read.complaint);
}

/** Words as shells have them: quotes keep spaces, and a shell's sign to go on in the next line is a space. */
function wordsOf(text: string): readonly string[] {
  const oneLine = text.replaceAll(/[\\`^]\r?\n/g, ' ');
  return [...oneLine.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => unquoted(word));
}

const unquoted = (word: string): string => word.replaceAll(/(["'])(.*?)\1/gs, '$2');

const complain = (complaint: string): ReadSignInLine => ({ ok: false, complaint });
