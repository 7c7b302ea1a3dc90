import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AzRun, AzureCli } from '../cloud/azure-cli.ts';
import { openAzureCli } from '../cloud/azure-cli.ts';
import { tenants, users } from '../cloud/directory/contoso.ts';
import { createPerson } from '../cloud/person.ts';
import type { Cloud } from '../cloud/start.ts';
import { azureCliFolder } from '../e2e/azure-cli-folder.ts';
import type { Line } from './az-lines.ts';
import { changingLines, differences, signedInLines, signedOutLines } from './az-lines.ts';
import { client, end, headless, runProgram } from './host.ts';

/** The real `az` and ours, in front of the same cloud under its public names. */
interface Both {
  readonly cloud: Cloud;
  readonly real: AzureCli;
  ours(words: readonly string[]): ReturnType<typeof runProgram>;
  close(): Promise<void>;
}

async function openBoth(): Promise<Both> {
  const { az: real, cloud, folder, close } = await openAzureCli();
  const environment = {
    PATH: process.env['PATH'],
    AZIMUTH_HOME: join(folder, 'profile'),
    AZURE_CONFIG_DIR: azureCliFolder(folder),
    NODE_EXTRA_CA_CERTS: real.certificates,
  };
  const [program, ...words] = real.inItsNetwork(process.execPath, headless);
  const host = runProgram(program, words, environment);
  await new Promise((resolve) => host.child.stdout?.once('data', resolve));
  return {
    cloud,
    real,
    // As the shim is called: the same script under the name az.
    ours: (line) =>
      runProgram('sh', ['-c', 'script=$1; shift; . "$script"', 'az', client, ...line], environment),
    async close() {
      await end(host.child);
      await close();
    },
  };
}

async function signIn({ cloud, real, ours }: Both): Promise<void> {
  const { adele } = users;
  let entered: Promise<void> | undefined;
  const enter = async (otc: string): Promise<void> => {
    const page = await createPerson().open(`${cloud.authority}/deviceauth`);
    await (await (await page.press('Next', { otc })).press(adele.displayName)).press('Continue');
  };
  const login = ours(['login', '--use-device-code', '-o', 'none']);
  const [, code = ''] = await login.said(/enter the code (\w+) to authenticate/);
  cloud.approveDeviceCode(code, adele);
  const theirs = await real.run(['login', '--use-device-code', '-o', 'none'], (notice) => {
    const otc = /enter the code (\w+) to authenticate/.exec(notice)?.[1];
    if (otc !== undefined) entered ??= enter(otc);
  });
  await entered;
  expect([theirs.code, (await login).code]).toEqual([0, 0]);
}

/** Keys that only newer versions of `az` have, and we. */
const newerKey = /^ *"(?:expires_on|tenantDefaultDomain|tenantDisplayName)": .*\n/gm;

/** What remains of an answer without what differs between any two runs. */
function essence({ code, stdout, stderr }: AzRun): AzRun {
  return {
    code,
    stdout: stdout
      .replace(/eyJ[\w.-]+/g, 'TOKEN')
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}/g, 'TIME')
      .replace(newerKey, ''),
    // Where to read more is each program's own.
    stderr: stderr
      .replace(/\n\nExamples from AI knowledge base:\n.*/s, '\n')
      .replace(/^Help: .*\n/m, '')
      .replace(/Trace ID: .*/, '')
      .trimEnd(),
  };
}

/** Where our answer is not the real one, and none of the listed differences; or a listed one that is none any more. */
async function compare(
  { real, ours }: Both,
  { words, differs }: Line,
): Promise<readonly unknown[]> {
  const line = words
    .map((word) => word.replace('TAILWIND', tenants.tailwind.id))
    .map((word) => word.replace('FABRIKAM', tenants.fabrikam.id));
  const [theirs, own] = await Promise.all([real.run(line), ours(line)]);
  const [expected, got] = [essence(theirs), essence(own)];
  const excepted: readonly string[] = differs === undefined ? [] : differences[differs].in;
  const parts = ['code', 'stdout', 'stderr'] as const;
  const wrong = parts.filter((part) => expected[part] !== got[part]);
  const isListed = wrong.every((part) => excepted.includes(part));
  if (isListed && wrong.length > 0 === (differs !== undefined)) return [];
  return [{ az: line.join(' '), expected, got }];
}

/** Runs the lines one after the other, or shared by several of the real az: each takes a processor for most of a second. */
async function compareAll(
  both: Both,
  lines: readonly Line[],
  copies: readonly AzureCli[] = [],
): Promise<readonly unknown[]> {
  const waiting = lines.values();
  const found: unknown[] = [];
  const work = async (real: AzureCli): Promise<void> => {
    for (const line of waiting) found.push(...(await compare({ ...both, real }, line)));
  };
  await Promise.all([both.real, ...copies].map(work));
  return found;
}

test('each command line is answered as the real az answers it, but for what is listed', async () => {
  const both = await openBoth();
  try {
    const before = await compareAll(both, signedOutLines);
    await signIn(both);
    const copies = Array.from({ length: availableParallelism() - 1 }, () => both.real.copy());
    const between = await compareAll(both, signedInLines, await Promise.all(copies));
    expect([...before, ...between, ...(await compareAll(both, changingLines))]).toEqual([]);
  } finally {
    await both.close();
  }
}, 600_000);

test('the page about the shim says each difference', async () => {
  const page = await readFile(new URL('../../docs/az-shim.md', import.meta.url), 'utf8');
  const missing = Object.values(differences).filter(({ reason }) => !page.includes(reason));
  expect(missing).toEqual([]);
});
