import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLoopbackWayIn } from '../../src/main/bridge/loopback-way-in.ts';
import { openBridge } from '../../src/main/bridge/open-bridge.ts';
import type { Interpret } from '../../src/main/bridge/terminal.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import { privateFolder } from '../main/bridge/private-folder.ts';
import { batchFile, runBatch, takeStep, variablesBody } from './batch-client.ts';

/** The listener of Windows in front of an interpreter; the answer is its key file. */
async function serve(interpret: Interpret): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth batch '));
  const bridge = await openBridge(profile, systemClock, createLoopbackWayIn(privateFolder));
  bridge?.serve(interpret);
  onTestFinished(async () => {
    await bridge?.close();
    await rm(profile, { recursive: true });
  });
  return bridge?.foundAt ?? '';
}

test('stdout, stderr and the exit code arrive, and every letter of the arguments', async () => {
  const keyFile = await serve(async ({ words, name, folder, context, hasPerson }, terminal) => {
    terminal.out(JSON.stringify({ words, name, folder, context, hasPerson }));
    terminal.err('to say: 100 % "ü"\n');
    return 3;
  });
  const line = String.raw`account list --query "[?n=='a & b | 50% ^ !x! 日本 🧭']" "say \"hi\"" ""`;
  const ran = await runBatch(keyFile, line, {
    'azimuth.name': 'az',
    'azimuth.folder': String.raw`C:\Users\Ädä`,
    'azimuth.person': 'yes',
    AZIMUTH_CONTEXT: 'lab=1',
  });
  expect({ ...ran, stdout: JSON.parse(ran.stdout) }).toEqual({
    code: 3,
    stderr: 'to say: 100 % "ü"\n',
    stdout: {
      words: ['account', 'list', '--query', "[?n=='a & b | 50% ^ !x! 日本 🧭']", 'say "hi"', ''],
      name: 'az',
      folder: String.raw`C:\Users\Ädä`,
      context: 'lab=1',
      hasPerson: true,
    },
  });
});

test('what a command says is there while it goes on', async () => {
  const settled = Promise.withResolvers<void>();
  const keyFile = await serve(async (_line, terminal) => {
    terminal.err('enter the code ABC\n');
    await settled.promise;
    terminal.out('done\n');
    return 0;
  });
  const body = variablesBody({ 'azimuth.line': 'login' });
  const [mark, id, state, , out, err] = (await takeStep(keyFile, 'run', body)).text.split(/\s+/);
  expect([mark, state, out, err]).toEqual(['azimuth', 'next', '-', 'err']);
  const said = await takeStep(keyFile, `stderr ${id}`, Buffer.alloc(0));
  expect(said.text).toBe('enter the code ABC\n');
  settled.resolve();
  const rest = await takeStep(keyFile, `next ${id}`, Buffer.alloc(0));
  expect(rest.text.trimEnd()).toBe(`azimuth ${id} exit 0 out -`);
  expect((await takeStep(keyFile, `stdout ${id}`, Buffer.alloc(0))).text).toBe('done\n');
});

test('a line is asked for, shown or not, and arrives as it was typed', async () => {
  const keyFile = await serve(async (_line, terminal) => {
    const secret = await terminal.ask('Passphrase: ');
    const yes = await terminal.askOpenly('Sure? ');
    terminal.out(JSON.stringify([secret, yes]));
    return 0;
  });
  const asked: unknown[] = [];
  const secret = ' a=b;"^&!%PATH% ü🧭 ';
  const { stdout } = await runBatch(keyFile, 'unlock', {}, (shown, hidden) => {
    asked.push([shown, hidden]);
    return hidden ? secret : 'y & n';
  });
  expect(JSON.parse(stdout)).toEqual([secret, 'y & n']);
  expect(asked).toEqual([
    ['Passphrase: ', true],
    ['Sure? ', false],
  ]);
});

test('the client goes on as the program of run, cut from its own line as it stands there', async () => {
  const keyFile = await serve(async ({ clientPid }, terminal) => {
    const environment = [
      ['IDENTITY_ENDPOINT', 'http://127.0.0.1:1/msi/token'],
      ['IDENTITY_HEADER', `header-${clientPid}`],
    ] as const;
    terminal.become({ skip: 4, environment });
    return 0;
  });
  const line = 'run --tenant "a b" -- node -e "1 && 2"';
  expect(await runBatch(keyFile, line, { 'azimuth.self': '42' })).toMatchObject({
    became: {
      line: 'node -e "1 && 2"',
      environment: ['IDENTITY_ENDPOINT=http://127.0.0.1:1/msi/token', 'IDENTITY_HEADER=header-42'],
    },
  });
});

test('a long answer arrives whole, and so does a long complaint', async () => {
  const keyFile = await serve(async (_line, terminal) => {
    terminal.out('o'.repeat(3_000_000));
    terminal.err('e'.repeat(50_000));
    return 1;
  });
  const { code, stdout, stderr } = await runBatch(keyFile, 'account list');
  expect([code, stdout.length, stderr.length]).toEqual([1, 3_000_000, 50_000]);
});

test('a command that is over, or never was, and a step that is none are failures of curl', async () => {
  const keyFile = await serve(async () => 0);
  for (const step of ['next 00000000-0000-0000-0000-000000000000', 'stdout', 'dance']) {
    expect(await takeStep(keyFile, step, Buffer.alloc(0))).toEqual({ code: 22, text: '' });
  }
});

test('one that hangs up in the middle ends its command', async () => {
  const ended = Promise.withResolvers<void>();
  const keyFile = await serve(
    (_line, { signal, err }) =>
      new Promise((resolve) => {
        err('hello\n');
        signal.addEventListener('abort', () => {
          ended.resolve();
          resolve(1);
        });
      }),
  );
  expect((await takeStep(keyFile, 'run', variablesBody({ 'azimuth.line': 'x' }))).code).toBe(0);
  // Nobody asks for what follows.
  await ended.promise;
});

test('the batch file answers under the name az what the shell script does, and has the line ends that cmd.exe wants', async () => {
  const [batch, shell] = await Promise.all(
    [batchFile, batchFile.replace('.cmd', '.sh')].map((path) => readFile(path, 'utf8')),
  );
  const [, written = ''] = /for %%k in \(\r\n([^)]*)\)/.exec(batch ?? '') ?? [];
  const [, list = ''] = /^answered='\|(.*)\|'$/m.exec(shell ?? '') ?? [];
  expect([...written.matchAll(/"([^"]+)"/g)].map(([, command]) => command)).toEqual(
    list.split('|'),
  );
  expect(batch?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
