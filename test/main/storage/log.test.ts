import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openLog } from '../../../src/main/storage/log.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { redact } from '../../../src/main/storage/redact.ts';
import { filesIn, modeOf, temporaryFolder } from './temporary-folder.ts';

const onPosix = process.platform !== 'win32';
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = `${base64url('{"typ":"JWT","alg":"RS256"}')}.${base64url('{"aud":"a"}')}.${base64url('signature of it')}`;
const refreshToken = '0.AXkAq1CDP4EqkkWuxxxxxxxxxx-xxx_xxx.AgABAwEAAAApTwJmzXqdR4BN2miheQMY';
const clientSecret = 'Ab8~Q.cd-ef_gh=ij';

const logFile = async (): Promise<string> => join(await temporaryFolder(), 'logs', 'azimuth.log');

describe('redacting', () => {
  test.each([
    ['a JWT', `Bearer ${jwt}`],
    ['a JWT without a signature', `${jwt.split('.').slice(0, 2).join('.')}.`],
    ['a refresh token', refreshToken],
    ['a newer refresh token', `1${refreshToken.slice(1)}`],
    ['a long run of base64', Buffer.alloc(60, 7).toString('base64')],
  ])('leaves nothing of %s', (_what, secret) => {
    const tail = secret.replaceAll(/[^A-Za-z0-9]/g, '').slice(-10);
    const said = redact(`before ${secret} after`);

    expect(said).not.toContain(tail);
    expect([said.startsWith('before '), said.endsWith(' after')]).toEqual([true, true]);
  });

  const names = [
    'code',
    'device_code',
    'refresh_token',
    'access_token',
    'id_token',
    'client_secret',
    'client_assertion',
    'assertion',
    'password',
    'state',
    'code_verifier',
  ];
  test.each(names.flatMap((name) => [[name], [name.toUpperCase()]]))(
    'leaves nothing of %s, however it is written',
    (name) => {
      const object = { [name]: clientSecret, next: 'kept' };
      const inJson = JSON.stringify(object);
      const inJsonTwice = JSON.stringify({ message: inJson });
      const inJsonThrice = JSON.stringify({ message: inJsonTwice });
      const lines = [
        `https://login.example/token?${name}=${clientSecret}&next=kept`,
        inJson,
        inJsonTwice,
        inJsonThrice,
        `${name}: ${clientSecret}, kept`,
        `${name}='${clientSecret}' kept`,
      ];
      for (const line of lines) {
        expect(redact(line)).not.toContain('Ab8');
        expect(redact(line)).not.toContain('ij');
        expect(redact(line)).toContain('kept');
      }
    },
  );

  test('leaves nothing of a secret with blanks, quotes and braces in it', () => {
    const secret = 'correct horse, "battery" } staple';
    const inJson = JSON.stringify({ password: secret, next: 'kept' });

    expect([redact(inJson), redact(JSON.stringify({ message: inJson }))]).toEqual([
      '{"password":"[redacted]","next":"kept"}',
      '{"message":"{\\"password\\":\\"[redacted]\\",\\"next\\":\\"kept\\"}"}',
    ]);
  });

  test('leaves what a reader of the log needs', () => {
    const line =
      'AADSTS50076: tenant 72f988bf-86f1-41af-91ab-2d7cd011db47, correlation 0a0b0c0d-0000-1111-2222-333344445555, https://login.microsoftonline.com, 1.5 s';

    expect(redact(line)).toBe(line);
  });
});

const unexpectedNotice = (notice: Notice): never => {
  throw new Error(notice.message);
};

describe('the log', () => {
  test('that can not be kept is gone without, and the person is told', async () => {
    const file = await logFile();
    await mkdir(file, { recursive: true });
    const notices: Notice[] = [];
    const log = openLog(file, (notice) => notices.push(notice));
    log.warn('nobody reads this');

    expect(notices.map(({ id, tone }) => [id, tone])).toEqual([['log', 'warning']]);
  });

  test('is lines of JSON with a time, a message and facts', async () => {
    const file = await logFile();
    const log = openLog(file, unexpectedNotice);
    log.info('started', { host: 'headless' });
    log.warn('something happened');
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: 30, time: expect.any(String) as string, host: 'headless', msg: 'started' },
      { level: 40, time: expect.any(String) as string, msg: 'something happened' },
    ]);
  });

  test('holds no secret, wherever the caller put it', async () => {
    const file = await logFile();
    const log = openLog(file, unexpectedNotice);
    log.info(`got ${jwt}`);
    log.warn('refused', { error: `POST /token refresh_token=${refreshToken}`, nested: { jwt } });
    log.warn('answered', { body: JSON.stringify({ client_secret: clientSecret }) });
    const written = await readFile(file, 'utf8');

    expect(written.split('\n')).toHaveLength(4);
    for (const secret of [
      jwt,
      jwt.slice(-12),
      refreshToken,
      refreshToken.slice(-12),
      clientSecret,
    ]) {
      expect(written).not.toContain(secret);
    }
  });

  test('goes on where it ended', async () => {
    const file = await logFile();
    openLog(file, unexpectedNotice).info('first');
    openLog(file, unexpectedNotice).info('second');
    const messages = (await readFile(file, 'utf8')).match(/"msg":"\w+"/g);

    expect(messages).toEqual(['"msg":"first"', '"msg":"second"']);
  });

  test('starts anew once it is long, and keeps the one before', async () => {
    const file = await logFile();
    const log = openLog(file, unexpectedNotice);
    log.info('old');
    await writeFile(file, 'x'.repeat(2_000_000));
    log.info('still old');
    log.info('new');
    const files = await filesIn(dirname(file));

    expect([...files.keys()]).toEqual(['azimuth.log', 'azimuth.log.previous']);
    expect(files.get('azimuth.log')?.toString()).toMatch(/^\{.*"msg":"new"\}\n$/);
    expect(files.get('azimuth.log.previous')?.toString()).toMatch(/"msg":"still old"\}\n$/);
  });

  // Windows has neither modes nor `ulimit`.
  if (onPosix) {
    test('is read by its owner only, also one that was open to others', async () => {
      const file = await logFile();
      openLog(file, unexpectedNotice).info('started');
      const fresh = [await modeOf(file), await modeOf(dirname(file))];
      await chmod(file, 0o644);
      openLog(file, unexpectedNotice).info('started again');

      expect([fresh, await modeOf(file)]).toEqual([['600', '700'], '600']);
    });

    test('loses lines on a full disk, and does not end the program', async () => {
      const file = await logFile();
      const script = `
        import { openLog } from ${JSON.stringify(new URL('../../../src/main/storage/log.ts', import.meta.url).href)};
        const log = openLog(${JSON.stringify(file)}, () => {});
        for (let line = 0; line < 100; line += 1) log.warn('short words '.repeat(10));
        process.stdout.write('still there');
      `;
      const { stdout } = await promisify(execFile)('sh', [
        '-c',
        'ulimit -f 1 && exec "$0" --input-type=module --eval "$1"',
        process.execPath,
        script,
      ]);

      expect(stdout).toBe('still there');
    });
  }
});
