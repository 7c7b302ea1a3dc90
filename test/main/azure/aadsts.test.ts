import { describe, expect, test } from 'vitest';
import { explanations } from '../../../src/main/azure/aadsts.ts';
import { forApplications, forFederatedTokens } from '../../../src/main/azure/aadsts-application.ts';
import type { Explanation } from '../../../src/main/azure/explanation.ts';
import { deviceCodeExplanations, oauthExplanations } from '../../../src/main/azure/oauth-errors.ts';
import { problemTitles } from '../../../src/shared/format.ts';

const tables = {
  explanations,
  deviceCodeExplanations,
  oauthExplanations,
  forApplications,
  forFederatedTokens,
};
const rows: readonly [name: string, explanation: Explanation][] = Object.values(tables).flatMap(
  (table) => Object.entries(table),
);

/** Words that only those understand who build sign-in. */
const jargon =
  /AADSTS|OAuth|token endpoint|grant|interaction_required|invalid_|\bRT\b|PRT|MSAL|claims?\b|\bMFA\b|\bIdP\b|principal|tid\b|UPN|null|undefined/i;

describe('every explanation', () => {
  test.each(rows)('of %s is plain sentences', (_name, { message }) => {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(jargon);
    expect(message).not.toMatch(/\s{2}|\s$|!/);
    expect(message.length).toBeLessThan(120);
  });

  test.each(rows)('of %s is of a kind that has a title', (_name, { kind }) => {
    expect(Object.keys(problemTitles)).toContain(kind);
  });

  test.each(rows)('of %s promises the sign-in that it asks for', (_name, { message, remedy }) => {
    if (/^[^.]*\. (Sign in|.*sign in)/i.test(message)) expect(remedy).toBe('sign-in');
    if (remedy === 'check-clock') expect(message).toContain('clock');
  });
});

test('the numbers that people meet are explained, each as what it is', () => {
  const expected = {
    'step-up': [50072, 50074, 50076, 50078, 50079, 50097, 50158, 53000, 53001, 53004, 530003],
    blocked: [50105, 500021, 53002, 53003, 530032],
    'sign-in-again': [50058, 50133, 50173, 70000, 70008, 70043, 700082, 700084],
    'wrong-account': [50020, 50034, 51004, 90072],
    'account-disabled': [50053, 50057],
    'wrong-password': [50126],
    consent: [65001, 65005, 90094],
    declined: [65004],
    'timed-out': [70016],
    'code-expired': [70018, 70019, 70020],
    'unknown-tenant': [50128, 90002, 900023],
    'unknown-application': [700016, 7000112, 7000218],
    'unknown-resource': [500011],
    'bad-client-credential': [7000215, 7000222],
    'invalid-input': [70011],
    'clock-skew': [700024],
    'service-error': [90033],
    throttled: [50196],
  };
  const kinds = Object.fromEntries(
    Object.entries(expected).map(([kind, numbers]) => [
      kind,
      numbers.filter((number) => explanations[number]?.kind === kind),
    ]),
  );

  expect(kinds).toEqual(expected);
  expect(Object.keys(explanations).length).toBeGreaterThanOrEqual(40);
});

test('what a second factor can lift offers the sign-in; what only an administrator can, does not', () => {
  const remedies = [50076, 50079, 50158, 53004, 53000, 53003, 530003].map(
    (number) => explanations[number]?.remedy,
  );

  expect(remedies).toEqual([
    'sign-in',
    'sign-in',
    'sign-in',
    'sign-in',
    'contact-admin',
    'contact-admin',
    'contact-admin',
  ]);
});
