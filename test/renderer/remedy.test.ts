import { describe, expect, it } from 'vitest';
import { remedyStep } from '../../src/renderer/problem/remedy.ts';
import { parseChoice } from '../../src/renderer/token/audience-choice.ts';
import type { Remedy } from '../../src/shared/problem.ts';

describe('the step of a remedy', () => {
  const retry = () => undefined;
  const place = {
    accountKey: 'account',
    tenantKey: 'account/tenant',
    copy: { kind: 'tenant-problem', tenantKey: 'account/tenant' },
    retry,
  } as const;
  const step = (remedy: Remedy, where: Parameters<typeof remedyStep>[1] = place) =>
    remedyStep({ kind: 'unexpected', message: 'It failed.', remedy }, where);

  it('is one command with all that it needs, wherever the problem stands', () => {
    expect([
      step({ kind: 'sign-in', tenantId: 'tenant' }),
      step({ kind: 'sign-in', accountKey: 'other' }),
      step({ kind: 'replace-credential' }),
      step({ kind: 'refresh' }),
      step({ kind: 'contact-admin' }),
      step({ kind: 'choose-default' }),
      step({ kind: 'check-network' }),
    ]).toEqual([
      {
        kind: 'sign-in',
        label: 'Sign in to this tenant',
        input: { method: 'interactive', accountKey: 'account', tenant: 'tenant' },
      },
      {
        kind: 'sign-in',
        label: 'Sign in again',
        input: { method: 'interactive', accountKey: 'other' },
      },
      { kind: 'replace-credential', label: 'Replace credential…', accountKey: 'account' },
      {
        kind: 'refresh',
        label: 'Update the list',
        input: { accountKey: 'account', tenantKey: 'account/tenant' },
      },
      { kind: 'copy', label: 'Copy details for your administrator', of: place.copy },
      { kind: 'choose-default', label: 'Choose a default' },
      { kind: 'retry', label: 'Try again', retry },
    ]);
  });

  it('is for another account where this one is the trouble, and for what was refused', () => {
    const remedy: Remedy = { kind: 'sign-in', tenantId: 'tenant', scopes: ['api://a/x'] };
    const where = { accountKey: 'AzureCloud/a.b' };
    expect(remedyStep({ kind: 'wrong-account', message: 'Not you.', remedy }, where)).toEqual({
      kind: 'sign-in',
      label: 'Use another account',
      input: {
        method: 'interactive',
        cloud: 'AzureCloud',
        tenant: 'tenant',
        scopes: ['api://a/x'],
      },
    });
  });

  it('is none where nothing can be done from here', () => {
    expect([
      step({ kind: 'retry' }, {}),
      step({ kind: 'contact-admin' }, {}),
      step({ kind: 'replace-credential' }, {}),
      remedyStep({ kind: 'unexpected', message: 'It failed.' }, place),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the audience picker', () => {
  it('makes an audience of what was typed, or says in the contract’s words why not', () => {
    const typed = { resource: ' api://orders ', scopes: ' a/Read\n b/Write ' };
    expect([
      parseChoice({ kind: 'graph', ...typed }),
      parseChoice({ kind: 'resource', ...typed }),
      parseChoice({ kind: 'scopes', ...typed }),
      parseChoice({ kind: 'resource', resource: 'two words', scopes: '' }),
      parseChoice({ kind: 'scopes', resource: '', scopes: ' ' }),
    ]).toEqual([
      { ok: true, audience: { kind: 'known', id: 'graph' } },
      { ok: true, audience: { kind: 'resource', resource: 'api://orders' } },
      { ok: true, audience: { kind: 'scopes', scopes: ['a/Read', 'b/Write'] } },
      { ok: false, message: 'A resource has no spaces. Several scopes are asked for as scopes.' },
      { ok: false, message: 'Type at least one scope.' },
    ]);
  });
});
