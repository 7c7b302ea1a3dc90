import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscriptions, tenants, users } from '../cloud/directory/contoso.ts';
import { findLeaks } from '../leaks.ts';
import type { Place, Ran } from './host.ts';
import { client, openPlace } from './host.ts';
import { shimFolder } from './shim-folder.ts';

const { contosoProduction, contosoDevelopment, northwindProduction } = subscriptions;

let place: Place;
let folder: string;

beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
  await place.signIn(users.adele);
  folder = await mkdtemp(join(tmpdir(), 'azimuth-folder-'));
  await mkdir(join(folder, 'deep', 'er'), { recursive: true });
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true });
});

/** The client in a folder of the test's, with variables of the test's. */
const inFolder = (where: string, variables: NodeJS.ProcessEnv, ...words: string[]) =>
  place.run('sh', ['-c', 'cd "$1" && shift && exec sh "$@"', 'sh', where, client, ...words], {
    ...place.environment,
    ...variables,
  });

const ok = ({ code, stdout, stderr }: Ran): unknown => {
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
};

const subscriptionIn = async (
  where: string,
  variables: NodeJS.ProcessEnv = {},
  ...words: string[]
) => {
  const shown = ok(await inFolder(where, variables, 'account', 'show', ...words));
  return (shown as { readonly id: string }).id;
};

const saying = async (text: string): Promise<void> =>
  writeFile(join(folder, '.azimuth'), text, { mode: 0o644 });

describe('a context', () => {
  test('is created from the default or from words, listed, shown, changed and deleted', async () => {
    const created = ok(await place.azimuth('context', 'create', 'main', '--colour', 'blue'));
    const { id, displayName: name } = contosoProduction;
    const main = {
      name: 'main',
      isCurrent: false,
      account: users.adele.username,
      tenantId: tenants.contoso.id,
      tenantName: tenants.contoso.displayName,
      subscription: { id, name },
      audience: null,
      colour: 'blue',
      production: false,
      confirm: false,
      approvedUntil: null,
    };
    expect(created).toEqual(main);
    expect((await place.azimuth('context', 'list', '--output', 'table')).stdout).toBe(
      `Current    Name    Production    Account                  Tenant    Subscription
---------  ------  ------------  -----------------------  --------  ------------------
           main    False         adele.vance@contoso.com  Contoso   ${name}
`,
    );
    const graph = ['--audience', 'graph', '--production'];
    await place.azimuth('context', 'create', 'nw', '-t', tenants.northwind.id, ...graph);
    const changed = ['update', 'nw', '--new-name', 'Northwind', '--production', 'false'];
    ok(await place.azimuth('context', ...changed));
    expect(ok(await place.azimuth('context', 'show', 'northWIND'))).toMatchObject({
      subscription: null,
      audience: 'Microsoft Graph',
    });
    ok(await place.azimuth('context', 'create', 'gone'));
    await place.azimuth('context', 'delete', 'gone');
    expect(await place.azimuth('context', 'show', 'gone')).toEqual({
      code: 1,
      stdout: '',
      stderr: "ERROR: There is no context 'gone'. See 'azimuth context list'.\n",
    });
  });

  test('is named right behind the command, and so its help says', async () => {
    const usage = async (command: string) =>
      (await place.azimuth('context', command, '--help')).stdout.split('\n')[0];
    expect([await usage('use'), await usage('show'), await usage('list')]).toEqual([
      'Usage: azimuth context use NAME [options]',
      'Usage: azimuth context show [NAME] [options]',
      'Usage: azimuth context list',
    ]);
  });

  test('that can not be is refused in one sentence, with nothing stored', async () => {
    const refused = async (...words: string[]) => (await place.azimuth('context', ...words)).stderr;
    expect([
      await refused('create', 'MAIN'),
      await refused('create', 'x', '--subscription', 'nosuch'),
      await refused('create', 'x', '--username', 'nobody@contoso.com'),
      await refused('create', 'x', '--tenant', 'contoso.onmicrosoft.com'),
      await refused('create', 'x', '--audience', 'keyvault'),
      await refused('create', 'x', '--confirm'),
      await refused('create', 'a/b'),
      await refused('update', 'main', '--colour', 'beige'),
      await refused('use', '-'),
      await refused('use', 'nosuch'),
    ]).toEqual([
      'ERROR: There is a context “MAIN” already. Choose another name.\n',
      "ERROR: Subscription 'nosuch' not found. Check the spelling and casing and try again.\n",
      "ERROR: The account 'nobody@contoso.com' is not signed in.\n",
      "ERROR: The tenant 'contoso.onmicrosoft.com' is not in the list. Write its ID, or its domain as 'azimuth account tenant list' has it.\n",
      "ERROR: 'keyvault' is no service of the list. Choose one of: resource-manager, graph, key-vault, storage, sql, devops, log-analytics, service-bus, oss-databases; or write the address of another one, or the id of its application.\n",
      'ERROR: usage error: --confirm goes with --production\n',
      'ERROR: A name begins with a letter or a digit and has letters, digits, blanks, dots, dashes and underscores.\n',
      "ERROR: 'beige' is no colour. Choose one of: red, orange, yellow, green, teal, blue, purple, pink, none.\n",
      'ERROR: There is no context before this one.\n',
      "ERROR: There is no context 'nosuch'. See 'azimuth context list'.\n",
    ]);
  });

  test('that is used is the default of every shell, and a dash goes back', async () => {
    ok(await place.azimuth('context', 'create', 'dev', '-s', contosoDevelopment.id));
    ok(await place.azimuth('context', 'use', 'main'));
    ok(await place.azimuth('context', 'use', 'dev'));
    const dev = await subscriptionIn('/');
    ok(await place.azimuth('context', 'use', '-'));

    expect([dev, await subscriptionIn('/')]).toEqual([contosoDevelopment.id, contosoProduction.id]);
  });

  test('that is a tenant gives tokens of it, for its own service, and has no subscription', async () => {
    ok(await place.azimuth('context', 'use', 'Northwind'));
    const { accessToken, ...rest } = ok(
      await place.azimuth('account', 'get-access-token'),
    ) as Record<string, string>;
    const claims = JSON.parse(
      Buffer.from(accessToken?.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, string>;

    expect([claims['tid'], claims['aud'], rest['tenant'], rest['subscription']]).toEqual([
      tenants.northwind.id,
      'https://graph.microsoft.com',
      tenants.northwind.id,
      undefined,
    ]);
    expect((await place.azimuth('account', 'show')).stderr).toMatch(/^ERROR: No subscription/);
    ok(await place.azimuth('context', 'use', 'main'));
  });
});

describe('where a command points', () => {
  const deep = (): string => join(folder, 'deep', 'er');

  test('is said by the option, else the variable, else the folder, else the default', async () => {
    await saying('{"context": "dev"}');
    const elsewhere = { subscription: northwindProduction.id };
    const said = [
      await subscriptionIn('/'),
      await subscriptionIn(deep()),
      await subscriptionIn(deep(), { AZIMUTH_CONTEXT: 'main' }),
      await subscriptionIn(deep(), { AZIMUTH_CONTEXT: 'main' }, '--context', 'DEV'),
    ];
    // As some editors begin a file.
    await saying(`\uFEFF${JSON.stringify({ tenant: tenants.northwind.id, ...elsewhere })}`);
    said.push(await subscriptionIn(deep()));

    expect(said).toEqual([
      contosoProduction.id,
      contosoDevelopment.id,
      contosoProduction.id,
      contosoDevelopment.id,
      northwindProduction.id,
    ]);
  });

  test('is told by status, with what said so', async () => {
    await saying('{"context": "dev"}');
    const because = async (where: string, variables: NodeJS.ProcessEnv = {}) => {
      const { pointing } = ok(await inFolder(where, variables, 'status')) as {
        readonly pointing: Record<string, string | null>;
      };
      return [pointing['because'], pointing['context'], pointing['problem']];
    };

    expect([
      await because('/'),
      await because(deep()),
      await because(deep(), { AZIMUTH_CONTEXT: 'main' }),
      await because('/', { AZIMUTH_CONTEXT: 'nosuch' }),
    ]).toEqual([
      ['It is the default.', 'main', null],
      [`${folder}/.azimuth says so.`, 'dev', null],
      ['AZIMUTH_CONTEXT says so.', 'main', null],
      [
        'It makes no sense.',
        null,
        "There is no context 'nosuch', which AZIMUTH_CONTEXT names. See 'azimuth context list'.",
      ],
    ]);
  });

  test('is told to who chooses a default while something else still decides', async () => {
    await saying('{"context": "dev"}');
    const main = { AZIMUTH_CONTEXT: 'main' };
    const said = async (where: string, variables: NodeJS.ProcessEnv, ...words: string[]) => {
      const { code, stderr } = await inFolder(where, variables, ...words);
      return [code, stderr];
    };
    const toDevelopment = ['account', 'set', '-s', contosoDevelopment.id];
    const toProduction = ['account', 'set', '-s', contosoProduction.id];
    const inShell = "WARNING: In this shell AZIMUTH_CONTEXT still decides: it says 'main'.\n";
    const inThere = `WARNING: In this folder ${folder}/.azimuth still decides: it says 'dev'.\n`;

    expect([
      await said('/', {}, ...toDevelopment),
      await said(deep(), {}, ...toDevelopment),
      await said('/', main, ...toDevelopment),
      await said('/', main, 'context', 'use', 'dev'),
      await said(deep(), {}, 'context', 'use', 'dev'),
      await said('/', { AZIMUTH_CONTEXT: 'nosuch' }, ...toDevelopment),
      await said(deep(), {}, ...toProduction),
      await said(deep(), {}, 'context', 'use', 'main'),
    ]).toEqual([
      [0, ''],
      [0, ''],
      [0, inShell],
      [0, inShell],
      [0, ''],
      [
        0,
        "WARNING: There is no context 'nosuch', which AZIMUTH_CONTEXT names. See 'azimuth context list'.\n",
      ],
      [0, inThere],
      [0, inThere],
    ]);
    const shim = await shimFolder();
    const path = `${shim}:${place.environment['PATH'] ?? ''}`;
    const line = 'cd "$1" && exec az account set -s "$2"';
    const asAz = ['-c', line, 'sh', deep(), contosoProduction.id];
    const { code, stderr } = await place.run('sh', asAz, { ...place.environment, PATH: path });
    expect([code, stderr]).toEqual([0, '']);
  });

  test('holds for programs that call az, by the variable and by the folder', async () => {
    const shim = await shimFolder();
    const asked = async (where: string, variables: NodeJS.ProcessEnv) => {
      const path = `${shim}:${place.environment['PATH'] ?? ''}`;
      const line = 'cd "$1" && exec az account get-access-token --query subscription -o tsv';
      const environment = { ...place.environment, PATH: path, ...variables };
      return (await place.run('sh', ['-c', line, 'sh', where], environment)).stdout.trim();
    };
    await saying('{"context": "dev"}');

    expect([
      await asked('/', {}),
      await asked(deep(), {}),
      await asked('/', { AZIMUTH_CONTEXT: 'dev' }),
      await asked(deep(), { AZIMUTH_CONTEXT: 'main' }),
    ]).toEqual([
      contosoProduction.id,
      contosoDevelopment.id,
      contosoDevelopment.id,
      contosoProduction.id,
    ]);
  });

  test.each<[string, () => Promise<void>, RegExp]>([
    ['no JSON', () => saying('context=dev'), /makes no sense\. It has to be \{"context"/],
    ['an unknown word', () => saying('{"context":"dev","token":"x"}'), /makes no sense/],
    [
      'a context that is not there',
      () => saying('{"context":"no"}'),
      /no context 'no', which .*\.azimuth names/,
    ],
    [
      'a subscription that is not there',
      () => saying('{"subscription":"no"}'),
      /points to the subscription 'no'/,
    ],
    ['far too much', () => saying('x'.repeat(20_000)), /too long/],
    [
      'what everybody can change',
      async () => {
        await saying('{"context":"dev"}');
        await chmod(join(folder, '.azimuth'), 0o666);
      },
      /can be changed by everybody/,
    ],
    ['a link', () => symlink('/etc/passwd', join(folder, '.azimuth')), /is a link/],
    [
      'a pipe',
      async () => void (await place.run('mkfifo', [join(folder, '.azimuth')])),
      /is no plain file/,
    ],
  ])('is refused with the name of a file that says %s', async (_what, prepare, complaint) => {
    await rm(join(folder, '.azimuth'), { force: true });
    await prepare();
    const { code, stdout, stderr } = await inFolder(deep(), {}, 'account', 'get-access-token');
    await rm(join(folder, '.azimuth'));

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(folder);
    expect(stderr).toMatch(complaint);
  });
});

describe('a production context that asks first', () => {
  const prod = { AZIMUTH_CONTEXT: 'prod' };
  const token = () => inFolder('/', prod, 'account', 'get-access-token');

  /** The client on a terminal of its own, in which somebody types. */
  async function typing(typed: string): Promise<{ code: number | null; seen: string }> {
    const line = ['sh', client, 'account', 'get-access-token'];
    const words =
      process.platform === 'linux'
        ? ['-qec', line.join(' '), '/dev/null']
        : ['-q', '/dev/null', ...line];
    const child = spawn('script', words, { env: { ...place.environment, ...prod }, cwd: '/' });
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!seen.includes('[y/N]') && (seen + text).includes('[y/N]')) child.stdin.write(typed);
      seen += text;
    });
    const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
    return { code, seen };
  }

  beforeAll(async () => {
    const words = ['-s', contosoProduction.id, '--production', '--confirm'];
    ok(await place.azimuth('context', 'create', 'prod', ...words));
  });

  test('refuses a program in words that no SDK takes for a missing sign-in, whatever name it uses', async () => {
    const [byName, byId] = await Promise.all([
      token(),
      place.azimuth('account', 'get-access-token', '-s', contosoProduction.id),
    ]);

    for (const { code, stdout, stderr } of [byName, byId]) {
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr)
        .toBe(`WARNING: A production context: waiting for somebody to allow it in Azimuth.
ERROR: “prod” is a production context: nobody has agreed to hand out its token yet. Allow it in the window of Azimuth, or with: azimuth context approve "prod"
`);
      expect(stderr).not.toMatch(/AADSTS|az login/);
    }
    expect(
      (await place.azimuth('account', 'get-access-token', '-s', contosoDevelopment.id)).code,
    ).toBe(0);
  });

  test('gives a program that waits its token as soon as it is approved', async () => {
    const waiting = token();
    await waiting.said(/waiting for somebody/);
    await place.azimuth('context', 'approve', 'prod');
    const { code, stdout } = await waiting;

    expect(code).toBe(0);
    expect(
      place.cloud.issued.has((JSON.parse(stdout) as { accessToken: string }).accessToken),
    ).toBe(true);
    expect((await token()).stderr).toBe('');
  });

  test('asks whoever sits at the terminal, and takes only a yes for one', async () => {
    // Another place takes back what was approved.
    await place.azimuth('context', 'update', 'prod', '-s', contosoDevelopment.id);
    const no = await typing('\n');
    const yes = await typing('y\n');

    expect(no.seen).toContain(
      "Hand out a token of the production context 'prod' for Azure Resource Manager? [y/N]",
    );
    expect(no.seen).toContain('ERROR: The token was not allowed.');
    expect(no.seen).not.toContain('accessToken');
    expect([yes.code, yes.seen.includes('"tokenType": "Bearer"')]).toEqual([0, true]);
  });
});

test('what was handed out is listed with the program and the context, as a table and as a file', async () => {
  ok(await place.azimuth('account', 'get-access-token', '--context', 'dev'));
  const [newest] = ok(await place.azimuth('activity', 'list')) as readonly unknown[];
  const { stdout } = await place.azimuth('activity', 'export', '--format', 'csv');
  const [columns, line] = stdout.split('\r\n');

  expect(newest).toMatchObject({
    act: 'Issued',
    surface: 'Command line',
    pid: process.pid,
    context: 'dev',
    account: users.adele.username,
    tenantName: tenants.contoso.displayName,
    audience: 'Azure Resource Manager',
  });
  expect(columns).toMatch(/^time,act,surface,program,pid,grant,context,/);
  expect(line).toContain(`,${process.pid},,dev,${users.adele.username},${tenants.contoso.id},`);
  expect((await place.azimuth('activity', 'list', '-o', 'table')).stdout).toMatch(
    /^Time .*Program/,
  );
});

test('twenty clients that ask at once are one request, also when one of them is ended', async () => {
  place.cloud.setLatency(400);
  const before = place.cloud.requests.length;
  const words = ['account', 'get-access-token', '--resource', 'https://vault.azure.net'];
  const asking = Array.from({ length: 20 }, () => place.azimuth(...words));
  asking[0]?.child.kill('SIGKILL');
  const codes = (await Promise.all(asking)).map(({ code }) => code);
  place.cloud.setLatency(0);

  expect(codes).toEqual([null, ...Array.from({ length: 19 }, () => 0)]);
  expect(place.cloud.requests.length - before).toBe(1);
});

test('nothing that was printed or written holds a secret', async () => {
  expect(await findLeaks(place.cloud.issued, place.profile, place.printed)).toEqual([]);
});
