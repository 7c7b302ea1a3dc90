import { expect, test } from 'vitest';
import { providerText, tokenRefusal } from '../../../src/main/views/cli-problem.ts';

const ask = { scopes: ['https://a/.default', 'b'], tenant: 'contoso.com' };

test('what Entra ID refused is told in its words, with the command that the SDKs look for', () => {
  const problem = {
    kind: 'step-up',
    message: 'ours',
    code: 'AADSTS50076',
    detail: 'AADSTS50076: theirs',
    remedy: { kind: 'sign-in' },
  } as const;
  expect(tokenRefusal(problem, ask)).toBe(
    'AADSTS50076: theirs\nInteractive authentication is needed. Please run:\naz login --scope https://a/.default b --tenant contoso.com',
  );
});

test('what a sign-in can mend has az login in it; what it can not mend has not', () => {
  const lost = { kind: 'sign-in-again', message: 'Gone.', remedy: { kind: 'sign-in' } } as const;
  const offline = { kind: 'offline', message: 'No way.', remedy: { kind: 'retry' } } as const;
  expect([tokenRefusal(lost, ask), tokenRefusal(offline, ask)]).toEqual([
    'Gone.\nTo sign in, run:\naz login',
    'No way.',
  ]);
});

test('what only another credential can mend names the command for it, in words that are no missing sign-in', () => {
  const problem = {
    kind: 'bad-client-credential',
    message: 'ours',
    code: 'AADSTS7000222',
    detail: 'AADSTS7000222: theirs',
    remedy: { kind: 'replace-credential' },
  } as const;
  const text = tokenRefusal(problem, ask);
  expect(text).toBe(
    'AADSTS7000222: theirs\nTo replace the credential, run:\nazimuth login --service-principal --username CLIENT_ID --tenant contoso.com',
  );
  expect(text).not.toMatch(/az login/);
});

test('the number is always there, and only the provider’s text is repeated', () => {
  const facts = { kind: 'blocked', message: 'ours' } as const;
  expect([
    providerText({ ...facts, code: 'AADSTS53003', detail: 'Blocked.' }),
    providerText({ ...facts, code: 'AADSTS53003' }),
    providerText({ ...facts, code: 'SubscriptionNotFound', detail: 'theirs' }),
  ]).toEqual(['AADSTS53003: Blocked.', 'AADSTS53003: ours', 'ours']);
});
