import { expect, test } from 'vitest';
import { detailText } from '../../../src/main/core/copy-detail.ts';
import type { CommandInput } from '../../../src/shared/contract.ts';
import { alice, aliceSignedIn, bob, stateWith, subscriptionOf, tenantOf } from './examples.ts';
import { aProblem } from './fakes.ts';

type Detail = CommandInput<'copy-detail'>['of'];

const problem = aProblem('blocked', {
  detail: 'AADSTS53003: Access has been blocked.',
  code: 'AADSTS53003',
  correlationId: 'c-1',
  traceId: 't-1',
  claims: '{"not":"for people"}',
});

const state = stateWith({
  ...aliceSignedIn,
  accounts: [alice, { ...bob, session: { kind: 'unreachable', problem: aProblem('not-enough') } }],
  tenants: [tenantOf(alice, 'red', { kind: 'failed', problem }), tenantOf(alice, 'blue')],
  signIn: {
    kind: 'failed',
    purpose: { method: 'interactive', cloud: 'AzureCloud' },
    problem: aProblem('declined'),
  },
  token: { kind: 'failed', problem: { ...aProblem('offline'), detail: '' } },
});
const r1 = subscriptionOf(alice, 'red', 'r1').key;

test.each<[string, Detail, string]>([
  ["a subscription's id", { kind: 'subscription-id', subscriptionKey: r1 }, 'r1'],
  ["a subscription's name", { kind: 'subscription-name', subscriptionKey: r1 }, 'Subscription r1'],
  ["a tenant's id", { kind: 'tenant-id', tenantKey: tenantOf(alice, 'blue').key }, 'blue'],
  [
    "a tenant's refusal, as an administrator needs it",
    { kind: 'tenant-problem', tenantKey: tenantOf(alice, 'red').key },
    `A problem: blocked.
AADSTS53003: Access has been blocked.
Code: AADSTS53003
Correlation ID: c-1
Trace ID: t-1`,
  ],
  [
    "an account's refusal",
    { kind: 'account-problem', accountKey: bob.key },
    'A problem: not-enough.',
  ],
  ["a sign-in's failure", { kind: 'sign-in-problem' }, 'A problem: declined.'],
  ["a token's failure", { kind: 'token-problem' }, 'A problem: offline.'],
])('copies %s', (_what, of, text) => {
  expect(detailText(state, of)).toBe(text);
});

test.each<Detail>([
  { kind: 'account-problem', accountKey: alice.key },
  { kind: 'subscription-id', subscriptionKey: 'gone' },
  { kind: 'subscription-name', subscriptionKey: 'gone' },
  { kind: 'tenant-id', tenantKey: 'gone' },
  { kind: 'tenant-problem', tenantKey: tenantOf(alice, 'blue').key },
  { kind: 'sign-in-problem' },
  { kind: 'token-problem' },
])('has nothing to copy for $kind when it is no longer there', (of) => {
  expect(detailText(stateWith(aliceSignedIn), of)).toBeUndefined();
});
