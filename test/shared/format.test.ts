import { describe, expect, it } from 'vitest';
import {
  accountLabel,
  countOf,
  formatAgo,
  formatCountdown,
  formatDateTime,
  formatSpan,
  formatTime,
  hostOf,
  initialsOf,
  problemTitles,
  purposeLabel,
  remedyLabel,
} from '../../src/shared/format.ts';
import { alice } from '../main/core/examples.ts';

describe('format', () => {
  it('runs a countdown to zero and never below', () => {
    const spans = [3_723_000, 299_001, 299_000, 60_000, 59_999, 1, 0, -5_000];
    expect(spans.map(formatCountdown)).toEqual([
      '1:02:03',
      '5:00',
      '4:59',
      '1:00',
      '1:00',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });

  it('says a span in the unit that a person needs', () => {
    const spans = [-1, 41_500, 59_000, 60_000, 299_000, 3_600_000, 4_200_000, 172_800_000];
    expect(spans.map(formatSpan)).toEqual([
      '0 s',
      '42 s',
      '59 s',
      '1 min',
      '5 min',
      '1 h',
      '1 h 10 min',
      '2 days',
    ]);
  });

  it('says how long ago, also for a moment that the clock puts ahead', () => {
    const now = 1_000_000_000;
    const spans = [-60_000, 44_000, 45_000, 130_000, 3_600_000, 86_400_000, 500_000_000];
    expect(spans.map((span) => formatAgo(now - span, now))).toEqual([
      'just now',
      'just now',
      '1 min ago',
      '2 min ago',
      '1 h ago',
      'yesterday',
      '5 days ago',
    ]);
  });

  it('writes moments in the asked habit', () => {
    const at = Date.UTC(2026, 0, 31, 18, 5, 9);
    const style = { locale: 'en-GB', timeZone: 'UTC' };
    expect([formatDateTime(at, style), formatTime(at, style)]).toEqual([
      '31 Jan 2026, 18:05:09',
      '18:05',
    ]);
  });

  it('counts with the right noun', () => {
    expect([
      countOf(0, 'tenant'),
      countOf(1, 'tenant'),
      countOf(10_000, 'subscription'),
      countOf(2, 'entry', 'entries'),
    ]).toEqual(['0 tenants', '1 tenant', '10,000 subscriptions', '2 entries']);
  });

  it('finds initials in names of any script and in usernames', () => {
    const names = [
      'Alice Ng',
      'alice.ng@contoso.com',
      'Žofie',
      '山田 太郎',
      '',
      '𝒜da Lovelace-King',
    ];
    expect(names.map(initialsOf)).toEqual(['AN', 'AN', 'Ž', '山太', '?', '𝒜K']);
  });

  it('shows the host of an address and leaves anything else alone', () => {
    expect([hostOf('https://microsoft.com/devicelogin'), hostOf('not an address')]).toEqual([
      'microsoft.com',
      'not an address',
    ]);
  });

  it('names the sign-in remedy after what it signs in to', () => {
    expect([
      remedyLabel({ kind: 'sign-in' }),
      remedyLabel({ kind: 'sign-in', tenantId: 't' }),
      remedyLabel({ kind: 'retry' }),
    ]).toEqual(['Sign in again', 'Sign in to this tenant', 'Try again']);
  });

  it('gives every kind of problem its own title', () => {
    const titles = Object.values(problemTitles);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says whom a sign-in is for', () => {
    expect([
      purposeLabel({ method: 'interactive', cloud: 'AzureCloud' }),
      purposeLabel({ method: 'interactive', cloud: 'AzureCloud', tenant: 'contoso.com' }),
      purposeLabel({ method: 'interactive', cloud: 'AzureCloud', username: 'a@b.c' }),
      purposeLabel({ method: 'device-code', cloud: 'AzureCloud', username: 'a@b.c', tenant: 't' }),
      purposeLabel({
        method: 'interactive',
        cloud: 'AzureCloud',
        tenant: 't',
        tenantName: 'Contoso',
      }),
    ]).toEqual([
      undefined,
      'tenant contoso.com',
      'a@b.c',
      'a@b.c in tenant t',
      'tenant Contoso (t)',
    ]);
  });
});

it('an account is told from others by what its person knows it by', () => {
  const robot = { ...alice, kind: 'service-principal' as const, username: 'client-id' };
  expect([
    accountLabel(alice),
    accountLabel({ ...robot, displayName: 'Nightly' }),
    accountLabel({ ...robot, displayName: '' }),
  ]).toEqual(['alice@example.com', 'Nightly', 'client-id']);
});
