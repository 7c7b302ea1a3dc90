import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { FormFacts, TokenForm } from '../../src/shared/token-form.ts';
import { tokenForms, tokenInForm } from '../../src/shared/token-form.ts';

const facts: FormFacts = {
  audience: { kind: 'known', id: 'resource-manager' },
  tenantId: 'red',
  subscriptionId: 'r1',
  scopes: ['https://management.core.windows.net//.default'],
  expiresAt: 1_795_357_761_000,
  resourceManager: 'https://management.azure.com',
};

const jwt = 'eyJ0.eyJh.c2ln-_';

/** Entra ID promises nothing about the inside of a token. */
const hostile = `a'b\u2019c"d\`$(false)\\e $HOME\nend`;

test('a token stands as each form has it, and ends without a line break', () => {
  const all = tokenForms.map((form) => tokenInForm(form, jwt, facts));
  expect(all.slice(0, -1)).toEqual([
    jwt,
    `Authorization: Bearer ${jwt}`,
    `export AZURE_ACCESS_TOKEN='${jwt}'`,
    `$env:AZURE_ACCESS_TOKEN = '${jwt}'`,
    `AZURE_ACCESS_TOKEN=${jwt}`,
    `curl -H 'Authorization: Bearer ${jwt}' 'https://management.azure.com/subscriptions?api-version=2022-12-01'`,
  ]);
  expect(JSON.parse(all.at(-1) ?? '')).toMatchObject({
    accessToken: jwt,
    expires_on: 1_795_357_761,
    subscription: 'r1',
    tenant: 'red',
    tokenType: 'Bearer',
  });
  expect(all.some((text) => text.endsWith('\n'))).toBe(false);
});

test('curl asks the service that the token is for', () => {
  const graph = { ...facts, scopes: ['https://graph.microsoft.com/.default'] } as const;
  const text = tokenInForm('curl', 't', { ...graph, audience: { kind: 'known', id: 'graph' } });
  expect(text).toBe("curl -H 'Authorization: Bearer t' 'https://graph.microsoft.com'");
});

test.each([
  ['an application id', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
  ['the name of an application', 'api://shop/.default'],
  ['an address that anybody on the way can read', 'http://shop.example/.default'],
  ['an option of curl', '-Kevil/.default'],
])('curl sends a token for %s nowhere before a person says where', (_what, scope) => {
  const audience = { kind: 'scopes', scopes: [scope] } as const;
  const text = tokenInForm('curl', 't', { ...facts, audience, scopes: [scope] });
  expect(text).toBe("curl -H 'Authorization: Bearer t' 'https://'");
});

describe('whatever stands in a token, it stays a text', () => {
  const inShell = (form: TokenForm, print: string): string =>
    execFileSync('sh', ['-c', `${tokenInForm(form, hostile, facts)}\n${print}`]).toString();

  test('of a shell', () => {
    const print = 'printf %s "$AZURE_ACCESS_TOKEN"';
    // A function in the place of curl says what it was given.
    const said = execFileSync('sh', [
      '-c',
      `curl() { printf %s "$2"; }\n${tokenInForm('curl', hostile, facts)}`,
    ]);
    expect([inShell('export', print), said.toString()]).toEqual([
      hostile,
      `Authorization: Bearer ${hostile}`,
    ]);
  });

  test('of PowerShell, where only a quote ends one', () => {
    const text = tokenInForm('powershell', hostile, facts);
    const inside = text.slice("$env:AZURE_ACCESS_TOKEN = '".length, -1);
    // The typographic ones end a text there too.
    const quotes = /['\u2018-\u201B]/g;
    expect([
      inside.replaceAll(/(['\u2018-\u201B])\1/g, '$1'),
      quotes.test(inside.replaceAll(/(['\u2018-\u201B])\1/g, '')),
    ]).toEqual([hostile, false]);
  });

  test('of a file of variables', () => {
    const line = tokenInForm('dotenv', 'a b#c', facts);
    expect(parseEnv(line)).toEqual({ AZURE_ACCESS_TOKEN: 'a b#c' });
    expect(tokenInForm('dotenv', hostile, facts).includes('\n')).toBe(false);
  });
});
