import { describe, expect, test } from 'vitest';
import { readSignInLine } from '../../src/shared/sign-in-line.ts';

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1 ÿ>?"}}}';
const base64 = Buffer.from(claims).toString('base64');
const urlSafe = Buffer.from(claims).toString('base64url');
const scope = 'https://graph.microsoft.com/.default';
const tenant = '54826b22-38d6-4fb2-bad9-b7b93a3e9c5a';

const whole = { deviceCode: false, claims, scopes: [scope], tenant };

describe('a line that a tool printed', () => {
  test.each<[string, string]>([
    ['as it is', `az login --claims-challenge ${base64} --scope ${scope} --tenant ${tenant}`],
    ['in another order', `az login -t ${tenant} --scope ${scope} --claims-challenge ${base64}`],
    [
      'with double quotes',
      `az login --claims-challenge "${base64}" --scope "${scope}" --tenant "${tenant}"`,
    ],
    [
      'with single quotes',
      `az login --claims-challenge '${base64}' --scope '${scope}' --tenant '${tenant}'`,
    ],
    [
      'with equals signs',
      `az login --claims-challenge=${base64} --scope="${scope}" --tenant=${tenant}`,
    ],
    ['of Azimuth', `azimuth login --claims-challenge ${base64} --scope ${scope} -t ${tenant}`],
    ['with a prompt', `$ az login --claims-challenge ${base64} --scope ${scope} -t ${tenant}\n`],
    [
      'that goes on in the next line, in a POSIX shell',
      `az login \\\n  --claims-challenge ${base64} \\\n  --scope ${scope} \\\n  --tenant ${tenant}`,
    ],
    [
      'that goes on in the next line, in PowerShell',
      `az login \`\r\n  --claims-challenge ${base64} \`\r\n --scope ${scope} -t ${tenant}`,
    ],
    [
      'that a terminal has broken',
      `az login --claims-challenge ${base64.slice(0, 40)}\n${base64.slice(40)} --scope ${scope}\n--tenant ${tenant}`,
    ],
    [
      'in the URL-safe alphabet',
      `az login --claims-challenge ${urlSafe} --scope ${scope} -t ${tenant}`,
    ],
    [
      'without its padding',
      `az login --claims-challenge ${base64.replaceAll('=', '')} --scope ${scope} -t ${tenant}`,
    ],
    [
      'after the sign-out that Azure CLI puts before it',
      `az logout\naz login --tenant "${tenant}" --scope "${scope}" --claims-challenge "${base64}"`,
    ],
    [
      'inside a sentence',
      `Run az login --claims-challenge ${base64} --tenant ${tenant} --scope ${scope} to handle the claims challenge.`,
    ],
    [
      'inside quotes inside a sentence',
      `Please run 'az login --claims-challenge ${base64} --tenant ${tenant} --scope ${scope}' and try again.`,
    ],
    ['without its command', `--claims-challenge ${base64} --scope ${scope} --tenant ${tenant}`],
  ])('%s', (_how, pasted) => {
    expect(readSignInLine(pasted)).toEqual({ ok: true, line: whole });
  });

  test('may ask for a device code, an account and several scopes', () => {
    const pasted = `az login --use-device-code -u adele@contoso.com --scope api://a/x api://a/y --claims-challenge ${base64}`;
    expect(readSignInLine(pasted)).toEqual({
      ok: true,
      line: {
        deviceCode: true,
        username: 'adele@contoso.com',
        scopes: ['api://a/x', 'api://a/y'],
        claims,
      },
    });
  });

  test('may carry no challenge, as Azure CLI prints it where consent is missing', () => {
    expect(readSignInLine(`az login --scope ${scope} --tenant ${tenant}`)).toEqual({
      ok: true,
      line: { deviceCode: false, scopes: [scope], tenant },
    });
  });
});

describe('a claims challenge alone', () => {
  test.each([
    ['in base64', base64],
    ['in quotes', `"${base64}"`],
    ['in the URL-safe alphabet', urlSafe],
    ['broken over lines', `${base64.slice(0, 30)}\r\n  ${base64.slice(30)}\n`],
    ['as JSON', claims],
    ['as JSON with blanks around it', `\n ${claims} \n`],
  ])('%s', (_how, pasted) => {
    expect(readSignInLine(pasted)).toEqual({ ok: true, line: { deviceCode: false, claims } });
  });
});

describe('what is no such line', () => {
  test.each([
    ['nothing', '  ', 'Paste the line that your tool printed.'],
    [
      '2 MB',
      'x'.repeat(2_000_000),
      'That is too long. Paste only the line that begins with “az login”.',
    ],
    [
      'another command',
      'az account show -o table',
      'That is another command. Paste the line that begins with “az login”.',
    ],
    [
      'two lines at once',
      `az login --claims-challenge ${base64}\naz login --claims-challenge ${base64}`,
      'That is more than one sign-in line. Paste one of them.',
    ],
    ['an empty login', 'az login', 'That line names no claims challenge, no scope and no tenant.'],
    [
      'an application',
      'az login --service-principal -u a --tenant b',
      'That line signs in an application, which answers no claims challenge.',
    ],
    [
      'a wrong tenant',
      `az login --tenant "<script>" --claims-challenge ${base64}`,
      'The tenant in that line is neither an id nor a domain.',
    ],
    [
      'no base64',
      'az login --claims-challenge €€€',
      'The claims challenge is not in base64. Copy it whole.',
    ],
    [
      'a challenge cut short',
      base64.slice(0, 40),
      'The claims challenge is cut short or damaged. Copy it whole.',
    ],
    [
      'other JSON',
      '{"hello":"world"}',
      'That is no claims challenge: it names no claim of an access token.',
    ],
    [
      'other JSON in base64',
      Buffer.from('["access_token"]').toString('base64'),
      'That is no claims challenge: it names no claim of an access token.',
    ],
    [
      'an endless challenge',
      JSON.stringify({ access_token: { acrs: { value: 'x'.repeat(9_000) } } }),
      'That is too long for a claims challenge.',
    ],
    ['an empty challenge', 'az login --claims-challenge', 'The claims challenge is empty.'],
  ])('such as %s is said', (_what, pasted, complaint) => {
    expect(readSignInLine(pasted)).toEqual({ ok: false, complaint });
  });
});
