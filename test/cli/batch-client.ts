import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitCommandLine } from '../../src/main/bridge/split-command-line.ts';
import { root } from '../../build/paths.ts';

export const batchFile = join(root, 'src/cli/azimuth.cmd');

const script = readFileSync(batchFile, 'utf8');

/** What a person types where the client asks; PowerShell passes on what is not shown. */
export type Typed = (shown: string, hidden: boolean) => string;

export interface BatchRan {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The program that it went on as, with the variables it was given. */
  readonly became?: { readonly line: string; readonly environment: readonly string[] };
}

interface Got {
  readonly code: number | null;
  readonly text: string;
}

/** The arguments of curl for a step, as they stand in the batch file. */
function curlArguments(keyFile: string, step: string): readonly string[] {
  const [verb] = step.split(' ');
  const written = ['hello', 'stdout', 'stderr', 'environment'].find((one) => one === verb);
  const header = `"Azimuth-Step: ${written ?? '!azimuth.step!'}`;
  const line = script.split('\r\n').find((one) => one.includes(`--header ${header}`)) ?? '';
  const [, options = ''] = /"!azimuth\.key!" (.*?)(?: 2\^>nul)?'?\)?(?: do .*)?$/.exec(line) ?? [];
  const [, always = ''] = /"azimuth\.curl=!azimuth\.curl! ([^"]*)"/.exec(script) ?? [];
  return [...always.split(' '), keyFile, ...splitCommandLine(options).map(({ text }) => text)].map(
    (word) => (word.startsWith('Azimuth-Step: ') ? `Azimuth-Step: ${step}` : word),
  );
}

/** One request with the real curl. */
export function takeStep(keyFile: string, step: string, body: Buffer): Promise<Got> {
  const curl = spawn('curl', curlArguments(keyFile, step), { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  curl.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  curl.stdin.end(body);
  return new Promise((resolve, reject) => {
    curl.once('error', reject);
    curl.once('close', (code) => resolve({ code, text }));
  });
}

/** What `cmd /u /c set azimuth` prints. */
export const variablesBody = (variables: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\r\n`)
      .join(''),
    'utf16le',
  );

/** Goes the way of the batch file, with its own requests: all but cmd.exe is real. */
export async function runBatch(
  keyFile: string,
  line: string,
  more: Readonly<Record<string, string>> = {},
  typed: Typed = () => '',
): Promise<BatchRan> {
  const [proof] = readFileSync(keyFile, 'utf8').split('\r\n');
  const hello = await takeStep(keyFile, 'hello', Buffer.alloc(0));
  if (hello.text.trimEnd() !== proof) throw new Error('nobody of ours listens');
  const variables = { 'azimuth.line': line, 'azimuth.name': 'azimuth', ...more };
  const fetched = async (step: string, wanted: boolean): Promise<string> => {
    if (!wanted) return '';
    const { code, text } = await takeStep(keyFile, step, Buffer.alloc(0));
    if (code !== 0) throw new Error(`curl ended with ${String(code)}`);
    return text;
  };
  let [stdout, stderr] = ['', ''];
  let step = 'run';
  let answer: Record<string, string> = {};
  for (;;) {
    const body = variablesBody({ ...variables, ...answer });
    const control = (await takeStep(keyFile, step, body)).text.trimEnd().split(' ');
    const [mark, id = '', state = '', number = '', out, err] = control;
    if (mark !== 'azimuth') throw new Error(`no control line: ${control.join(' ')}`);
    stdout += await fetched(`stdout ${id}`, out === 'out');
    const said = await fetched(`stderr ${id}`, err === 'err');
    stderr += said;
    if (state === 'exit') return { code: Number(number), stdout, stderr };
    if (state === 'become') {
      const environment = (await fetched(`environment ${id}`, true)).split('\r\n').filter(Boolean);
      const became = { line: line.slice(Number(number)), environment };
      return { code: 0, stdout, stderr, became };
    }
    step = state === 'next' ? `next ${id}` : `answer ${id}`;
    const text = state === 'next' ? '' : typed(said, state === 'ask');
    answer =
      state === 'ask'
        ? { 'azimuth.hidden': Buffer.from(text, 'utf16le').toString('base64') }
        : { 'azimuth.typed': text };
  }
}
