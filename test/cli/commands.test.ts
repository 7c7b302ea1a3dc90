import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscriptions, tenants, users } from '../cloud/directory/contoso.ts';
import { identifierOf } from '../cloud/directory/identifier.ts';
import { findLeaks } from '../leaks.ts';
import type { Place } from './host.ts';
import { client, openPlace } from './host.ts';

const signInText =
  /^To sign in, use a web browser to open the page https:\/\/\S+ and enter the code \w+ to authenticate\.$/m;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
});
afterAll(() => place.close());

const token = (...words: string[]) => place.azimuth('account', 'get-access-token', ...words);

/** What the token endpoint's answer says, without the token; `issued` tells whether the cloud knows the token. */
function tokenFacts(stdout: string): unknown {
  const {
    accessToken,
    expires_on: expiresOn,
    ...rest
  } = JSON.parse(stdout) as {
    readonly accessToken: string;
    readonly expires_on: number;
  };
  const claims = JSON.parse(
    Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString(),
  ) as { readonly tid: string; readonly aud: string; readonly exp: number };
  return {
    ...rest,
    issued: place.cloud.issued.has(accessToken),
    lives: Math.abs(expiresOn - claims.exp) < 5,
    tid: claims.tid,
    aud: claims.aud,
  };
}

test('what needs a desktop says so where there is none, and what to do instead', async () => {
  const found = await place.azimuth('find');
  const copied = await place.azimuth('account', 'copy-token');

  expect([found.code, found.stderr, copied.code, copied.stderr]).toEqual([
    1,
    expect.stringMatching(/^ERROR: There is no palette without a desktop\..*account set$/m),
    1,
    expect.stringMatching(/^ERROR: There is no clipboard without a desktop\..*get-access-token$/m),
  ]);
});

describe('with nobody signed in', () => {
  test('commands say so as Azure CLI does', async () => {
    const nobody = {
      code: 1,
      stdout: '',
      stderr: "ERROR: Please run 'az login' to setup account.\n",
    };
    expect(await token()).toEqual(nobody);
    expect(await token('--tenant', tenants.contoso.id)).toEqual(nobody);
    expect(await place.azimuth('account', 'show')).toEqual(nobody);
    expect(await place.azimuth('account', 'list')).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: 'WARNING: Please run "az login" to access your accounts.\n',
    });
    expect(await place.azimuth('logout')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ERROR: There are no active accounts.\n',
    });
    expect(await place.azimuth('account', 'clear')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a declined device code ends the login with the reason', async () => {
    const login = place.azimuth('login', '--use-device-code');
    const [, code = ''] = await login.said(/enter the code (\w+)/);
    place.cloud.declineDeviceCode(code);
    const { code: exit, stdout, stderr } = await login;
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^ERROR: .*declined/m);
  });

  test('a login for somebody that fails says again for whom it was', async () => {
    const whom = ['--username', 'adele.vance@contoso.com', '--tenant', 'contoso.com'];
    const login = place.azimuth('login', '--use-device-code', ...whom);
    const [, code = ''] = await login.said(/enter the code (\w+)/);
    place.cloud.declineDeviceCode(code);
    const { stderr } = await login;
    expect(stderr).toMatch(
      /^ERROR: .*declined.*\nThis sign-in is for adele\.vance@contoso\.com in tenant contoso\.com\.\n$/m,
    );
  });

  test('a login whose terminal goes away is cancelled', async () => {
    const login = place.azimuth('login', '--use-device-code');
    const [, code = ''] = await login.said(/enter the code (\w+)/);
    // By now the client waits for more. Ctrl-C reaches its whole process group: the shell and curl.
    await new Promise((resolve) => setTimeout(resolve, 500));
    process.kill(-(login.child.pid ?? 0), 'SIGINT');
    await login;
    await new Promise((resolve) => setTimeout(resolve, 200));
    place.cloud.approveDeviceCode(code, users.zoe);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const status = await place.azimuth('status');
    expect(JSON.parse(status.stdout)).toMatchObject({ accounts: [], tenants: 0 });
  });
});

describe('signed in', () => {
  beforeAll(async () => {
    const login = await place.signIn(users.adele);
    expect(login.code).toBe(0);
    expect(login.stderr).toMatch(signInText);
    expect(login.stderr).toContain(
      `${tenants.tailwind.id} 'Tailwind Traders' due to error 'AADSTS50076`,
    );
    expect(login.stderr).toContain(
      `${tenants.woodgrove.id} 'Woodgrove Bank' due to error 'AADSTS53003`,
    );
    const listed = JSON.parse(login.stdout) as readonly unknown[];
    expect(listed).toHaveLength(12);
  });

  test('the host has no browser, so a plain login falls back to a device code and says so', async () => {
    const login = place.azimuth('login');
    const [, code = ''] = await login.said(/enter the code (\w+)/);
    place.cloud.approveDeviceCode(code, users.adele);
    const { code: exit, stderr } = await login;
    expect(exit).toBe(0);
    expect(stderr).toContain('No web browser is available here. A device code is used instead.');
  });

  test('account show has the keys of Azure CLI, sorted', async () => {
    const { id, displayName } = subscriptions.contosoProduction;
    const shown = await place.azimuth('account', 'show', '--name', displayName.toUpperCase());
    expect(shown).toEqual({
      code: 0,
      stderr: '',
      stdout: `{
  "environmentName": "Simulated",
  "homeTenantId": "${tenants.contoso.id}",
  "id": "${id}",
  "isDefault": true,
  "managedByTenants": [],
  "name": "Contoso Production",
  "state": "Enabled",
  "tenantDefaultDomain": "contoso.com",
  "tenantDisplayName": "Contoso",
  "tenantId": "${tenants.contoso.id}",
  "user": {
    "name": "adele.vance@contoso.com",
    "type": "user"
  }
}
`,
    });
  });

  test('account list leaves out what is not enabled, and says so, unless all are wanted', async () => {
    const some = await place.azimuth('account', 'list');
    const all = await place.azimuth('account', 'list', '--all', '--refresh', '--only-show-errors');
    const states = (text: string): readonly string[] =>
      (JSON.parse(text) as readonly { readonly state: string }[])
        .map(({ state }) => state)
        .toSorted();
    expect(some.stderr).toBe(
      "WARNING: A few accounts are skipped as they don't have 'Enabled' state. Use '--all' to display them.\n",
    );
    expect(new Set(states(some.stdout))).toEqual(new Set(['Enabled']));
    expect(new Set(states(all.stdout))).toEqual(
      new Set(['Disabled', 'Enabled', 'PastDue', 'Warned']),
    );
    expect(all.stderr).toBe('');
  });

  test('account set chooses by id or name and prints nothing', async () => {
    const set = (name: string) => place.azimuth('account', 'set', '-s', name);
    expect(await set(subscriptions.contosoDevelopment.id)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(await place.azimuth('account', 'show', '-o', 'table')).toMatchObject({
      stdout: expect.stringMatching(
        /^EnvironmentName {4}HomeTenantId {26}IsDefault {4}Name .*\n-{17} .*\nSimulated .* True {9}Contoso Development {2}Enabled /,
      ) as unknown,
    });
    expect(await set('contoso production')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await set('NoSuch')).toEqual({
      code: 1,
      stdout: '',
      stderr: "ERROR: The subscription of 'nosuch' doesn't exist in cloud 'Simulated'.\n",
    });
    expect(await set('Pay-As-You-Go')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        "ERROR: The subscription of 'pay-as-you-go' has more than one match in cloud 'Simulated'.\n",
    });
  });

  test('a token for the default subscription is for Azure Resource Manager', async () => {
    const { code, stdout, stderr } = await token();
    const { expires_on: expiresOn } = JSON.parse(stdout) as { readonly expires_on: number };
    const utc = new Date(expiresOn * 1_000).toISOString().slice(0, 19).replace('T', ' ');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/"eyJ[^"]+"/, '"…"').replace(String(expiresOn), 'N')).toBe(`{
  "accessToken": "…",
  "expiresOn": "${utc}.000000",
  "expires_on": N,
  "subscription": "${subscriptions.contosoProduction.id}",
  "tenant": "${tenants.contoso.id}",
  "tokenType": "Bearer"
}
`);
    expect(tokenFacts(stdout)).toMatchObject({
      issued: true,
      lives: true,
      tid: tenants.contoso.id,
    });
  });

  test.each([
    [['--subscription', subscriptions.northwindProduction.displayName], tenants.northwind],
    [['-s', subscriptions.northwindProduction.id.toUpperCase()], tenants.northwind],
    [['-n', 'Contoso Development', '-o=json'], tenants.contoso],
    [['--name=Contoso Development', '--output=json'], tenants.contoso],
    [['--tenant', tenants.fabrikam.id.toUpperCase(), '-ojson'], tenants.fabrikam],
    [['-t', 'Northwindtraders.com', '--output', 'JSON'], tenants.northwind],
    // A domain that is not in the list is the tenant's all the same.
    [['--tenant', 'fabrikam.onmicrosoft.com', '--debug'], tenants.fabrikam],
  ])('%j gets the token of that tenant', async (words, tenant) => {
    const { stdout, stderr, code } = await token(...words);
    expect([code, stderr]).toEqual([0, '']);
    const asked = words[0]?.startsWith('-t') || words[0] === '--tenant' ? words[1] : undefined;
    const facts = tokenFacts(stdout);
    expect(facts).toMatchObject({ issued: true, tid: tenant.id, tenant: asked ?? tenant.id });
    expect(Object.hasOwn(facts as object, 'subscription')).toBe(asked === undefined);
  });

  test.each([
    [['--resource', 'https://vault.azure.net'], 'https://vault.azure.net'],
    [
      ['--resource', 'https://management.core.windows.net/'],
      'https://management.core.windows.net/',
    ],
    [['--resource-type', 'ms-graph'], 'https://graph.microsoft.com'],
    [
      ['--resource-type', 'ARM', '--resource', 'https://vault.azure.net'],
      'https://vault.azure.net',
    ],
    [
      ['--scope', 'https://graph.microsoft.com/.default', '--resource', 'https://vault.azure.net'],
      'https://graph.microsoft.com',
    ],
  ])('%j asks for that audience', async (words, audience) => {
    const { stdout, stderr, code } = await token(...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(tokenFacts(stdout)).toMatchObject({ issued: true, aud: audience });
  });

  test.each([
    [['-s', 'nope'], "Subscription 'nope' not found. Check the spelling and casing and try again."],
    [
      ['-s', 'shared services'],
      "Multiple subscriptions with the name 'shared services' found. Specify the subscription ID.",
    ],
    [['-s', 'a', '--tenant', 'b'], 'Please specify only one of subscription and tenant, not both'],
    [
      ['--tenant', '../../evil'],
      'A tenant is named by its id or by a domain, such as contoso.com.',
    ],
    [['--resource', 'a b'], 'A resource has no spaces. Several scopes are asked for as scopes.'],
    [['--scope', 'x'.repeat(2_001)], 'That is too long for a scope.'],
    [['--scope', ''], 'A scope is one word, without spaces.'],
  ])('%j is refused in one line', async (words, sentence) => {
    expect(await token(...words)).toEqual({ code: 1, stdout: '', stderr: `ERROR: ${sentence}\n` });
  });

  test('a tenant that wants a second factor is refused with its reason and the way on', async () => {
    const { code, stdout, stderr } = await token('--tenant', tenants.tailwind.id);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      new RegExp(
        `^ERROR: AADSTS50076: .*\nInteractive authentication is needed. Please run:\naz login --scope https://management.core.windows.net//.default --tenant ${tenants.tailwind.id}\n$`,
      ),
    );
  });

  test('the line that the refusal suggests lifts it', async () => {
    const { id } = tenants.tailwind;
    const scope = 'https://management.core.windows.net//.default';
    const login = await place.signIn(users.adele, '--scope', scope, '--tenant', id);
    expect([login.code, login.stderr.includes('AADSTS50076')]).toEqual([0, false]);
    const { code, stdout } = await token('-s', subscriptions.tailwindRetail.displayName);
    expect(code).toBe(0);
    expect(tokenFacts(stdout)).toMatchObject({ issued: true, tid: id });
  });

  test('the line of a tool whose service wants more is done as it stands, for its service and tenant', async () => {
    const { id } = tenants.tailwind;
    const scope = 'https://graph.microsoft.com/.default';
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = Buffer.from(claims).toString('base64');
    const words = ['--claims-challenge', challenge, '--scope', scope, '--tenant', id];
    const login = await place.signIn(users.adele, ...words);
    const { code, stdout } = await token('--scope', scope, '--tenant', id);
    const issued = JSON.parse(stdout) as { readonly accessToken: string };

    expect([login.code, code]).toEqual([0, 0]);
    expect(login.stderr).toContain(
      `\nThis sign-in is for tenant ${tenants.tailwind.displayName} (${id}).\n`,
    );
    expect(decodeJwt(issued.accessToken)['acrs']).toContain('c1');
  });

  test('a challenge that tells nothing is refused before anybody is asked to sign in', async () => {
    expect(await place.azimuth('login', '--claims-challenge', 'bm90IGNsYWltcw==')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'ERROR: usage error: --claims-challenge: The claims challenge is cut short or damaged. Copy it whole.\n',
    });
  });

  test('a policy that nothing satisfies ends with its ids, and with no line to run again', async () => {
    place.cloud.setTenantPolicy(tenants.northwind, 'never-satisfied');
    const { id } = tenants.northwind;
    const policy = identifierOf(`conditional access ${id}`);
    const claims = { access_token: { capolids: { essential: true, values: [policy] } } };
    const challenge = Buffer.from(JSON.stringify(claims)).toString('base64');
    const words = ['-u', users.adele.username, '--claims-challenge', challenge, '--tenant', id];
    const again = await place.signIn(users.adele, ...words);
    place.cloud.setTenantPolicy(tenants.northwind, 'open');

    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(
      /ERROR: AADSTS50076: .* Trace ID: \S+ Correlation ID: \S+ .*\nThis tenant asks again for what you have just given it,/,
    );
    expect(again.stderr).toContain(
      `\nThis sign-in is for ${users.adele.username} in tenant ${tenants.northwind.displayName} (${id}).\n`,
    );
  });

  test('an account without subscriptions is a failure, unless that is allowed', async () => {
    const refused = await place.signIn(users.zoe);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain(`ERROR: No subscriptions found for ${users.zoe.username}.\n`);
    const allowed = await place.signIn(
      users.zoe,
      '--allow-no-subscriptions',
      '-u',
      users.zoe.username,
    );
    expect([allowed.code, allowed.stdout]).toEqual([0, '[]\n']);
    expect((await place.azimuth('logout', '-u', users.zoe.username)).code).toBe(0);
  });

  test('100 that ask at once all get an answer', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => token('-o', 'none')));
    const wrong = answers.filter(
      ({ code, stdout, stderr }) => code !== 0 || stdout + stderr !== '',
    );
    expect(wrong).toEqual([]);
  });

  test('a cloud that is down is no reason to sign in again', async () => {
    const { authority } = place.cloud;
    const restore = place.cloud.inject({ match: /./, kind: 'reset' });
    const { code, stdout, stderr } = await token('--resource', 'https://storage.azure.com');
    restore();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(new URL(authority).host);
    expect(stderr).not.toContain('az login');
  });

  test('a cloud that hangs is given up before the SDKs that asked lose patience', async () => {
    const restore = place.cloud.inject({ match: /./, kind: 'hang' });
    const started = Date.now();
    const { code, stdout, stderr } = await token('--resource', 'https://servicebus.azure.net');
    restore();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^ERROR: Entra ID did not answer in time\./);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test.each([
    [['account', 'shw'], "'shw' is misspelled or not recognized by the system."],
    [['frob'], "'frob' is misspelled or not recognized by the system."],
    [['account', 'show', '--foo'], 'unrecognized arguments: --foo'],
    [['account', 'show', 'x'], 'unrecognized arguments: x'],
    [['account', 'set'], 'the following arguments are required: --subscription/-s/--name/-n'],
    [['account', 'show', '-s'], 'argument --subscription/-s/--name/-n: expected one argument'],
    [
      ['account', 'show', '-s', '-o'],
      'argument --subscription/-s/--name/-n: expected one argument',
    ],
    [['account', 'show', '--query', '[['], "argument --query: invalid jmespath_type value: '[['"],
    [
      ['account', 'show', '-o', 'xml'],
      "azimuth account show: 'xml' is not a valid value for '--output'. Allowed values: json, jsonc, yaml, yamlc, table, tsv, none.",
    ],
  ])('%j can not be understood', async (words, complaint) => {
    const { code, stdout, stderr } = await place.azimuth(...words);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', `ERROR: ${complaint}`]);
  });

  test.each([
    [['frob'], 'azimuth --help'],
    [['completion', 'tcsh'], 'azimuth completion --help'],
    [['account', 'tenant', 'shw'], 'azimuth account tenant --help'],
  ])('what %j could be is in the help of its group', async (words, help) => {
    expect((await place.azimuth(...words)).stderr).toMatch(new RegExp(`^Help: ${help}$`, 'm'));
  });

  test('arguments arrive as they were typed', async () => {
    const strange = [
      `it's "quoted" \\ $(id) \`id\` ; & | > /dev/null * %s %b \\0101`,
      'two\nlines\n',
      'tab\there',
      'Azimuth-Exit: 0; Azimuth-Next: x;',
      'ünï 本番 🧭',
      '',
    ];
    for (const name of strange) {
      expect(await place.azimuth('account', 'show', '-s', name)).toEqual({
        code: 1,
        stdout: '',
        stderr: `ERROR: Subscription '${name}' not found. Check the spelling and casing and try again.\n`,
      });
    }
    const bytes = await place.run('sh', [
      '-c',
      `sh "$0" account show -s "$(printf 'a\\377b')" 2>&1 | od -An -c | tr -d ' \\n'`,
      client,
    ]);
    expect(bytes.stdout).toContain(`Subscription'a377b'notfound`);
  });

  test('a long command line fails with one line', async () => {
    // One argument may have 128 KiB on Linux, so the most takes several.
    const words = Array.from({ length: 11 }, () => 'x'.repeat(100_000));
    expect(await place.azimuth('account', 'show', '-s', ...words)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ERROR: The command line is too long: 1 MiB is the most.\n',
    });
  });

  test('an output that nobody reads ends the client', async () => {
    const { stdout } = await place.run('sh', [
      '-c',
      'sh "$0" account list --all | true; echo "done"',
      client,
    ]);
    expect(stdout).toBe('done\n');
  });

  test('hand-outs are recorded with the program that asked, and no token is anywhere else', async () => {
    await place.azimuth('account', 'tenant', 'list', '-o', 'tsv');
    expect(place.cloud.issued.size).toBeGreaterThan(5);
    expect(await findLeaks(place.cloud.issued, place.profile, place.printed)).toEqual([]);
  });

  test('logout and account clear forget', async () => {
    await place.signIn(users.jurgen);
    expect(await place.azimuth('logout', '--username', 'Juergen.Gross@fabrikam.com')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const names = async (): Promise<unknown> => {
      const { stdout } = await place.azimuth('status');
      const { accounts } = JSON.parse(stdout) as {
        readonly accounts: readonly { readonly username: string }[];
      };
      return accounts.map(({ username }) => username);
    };
    expect(await names()).toEqual(['adele.vance@contoso.com']);
    expect((await place.azimuth('account', 'clear')).code).toBe(0);
    expect(await names()).toEqual([]);
  });
});
