import {
  AuthError,
  ClientAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { translateError } from '../../../src/main/azure/translate-error.ts';

const correlation = 'c0a1b2c3-0000-1111-2222-333344445555';
const trace = 'd0a1b2c3-0000-1111-2222-333344445555';
const stepUpText = `AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication. Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: 2026-01-31 12:00:00Z`;

const refused = (body: unknown, status = 400) => ({ kind: 'refused', status, body }) as const;
const anyError = new Error('whatever MSAL made of it');

describe('an answer of Entra ID', () => {
  test('becomes a problem with everything that it said', () => {
    const problem = translateError(
      anyError,
      refused({
        error: 'invalid_grant',
        error_description: stepUpText,
        error_codes: [50076],
        suberror: 'basic_action',
        claims: '{"access_token":{"polids":{"essential":true}}}',
        correlation_id: correlation,
        trace_id: trace,
        timestamp: '2026-01-31 12:00:00Z',
        error_uri: 'https://login.example/error?code=50076',
      }),
    );

    expect(problem).toEqual({
      kind: 'step-up',
      message: 'This tenant wants a second factor. Sign in to this tenant to give it.',
      remedy: { kind: 'sign-in' },
      code: 'AADSTS50076',
      detail: stepUpText,
      claims: '{"access_token":{"polids":{"essential":true}}}',
      correlationId: correlation,
      traceId: trace,
    });
  });

  test('has its number and ids in the text alone, if need be', () => {
    expect(
      translateError(anyError, refused({ error: 'invalid_grant', error_description: stepUpText })),
    ).toMatchObject({
      kind: 'step-up',
      code: 'AADSTS50076',
      correlationId: correlation,
      traceId: trace,
    });
  });

  test('wins over what MSAL made of it', () => {
    const problem = translateError(
      new ClientAuthError('endpoints_resolution_error', correlation),
      refused({
        error: 'invalid_tenant',
        error_description: "AADSTS90002: Tenant 'x' not found.",
        error_codes: [90002],
      }),
    );

    expect(problem).toMatchObject({ kind: 'unknown-tenant', code: 'AADSTS90002' });
  });

  test.each([
    ['authorization_declined', 'AADSTS70016: the user declined', 'declined'],
    ['expired_token', 'AADSTS70016: the code expired', 'code-expired'],
    ['bad_verification_code', 'AADSTS70018: bad code', 'code-expired'],
  ])(
    'about a device code goes by its word (%s), not by a number that several share',
    (error, description, kind) => {
      expect(
        translateError(anyError, refused({ error, error_description: description })).kind,
      ).toBe(kind);
    },
  );

  test.each([
    ['invalid_grant', 400, 'sign-in-again'],
    ['interaction_required', 400, 'step-up'],
    ['login_required', 400, 'sign-in-again'],
    ['consent_required', 400, 'consent'],
    ['access_denied', 400, 'declined'],
    ['temporarily_unavailable', 503, 'service-error'],
    ['server_error', 500, 'service-error'],
  ])('with an unknown number goes by the word %s', (error, status, kind) => {
    const body = { error, error_description: 'AADSTS999999: New.', error_codes: [999_999] };

    expect(translateError(anyError, refused(body, status))).toMatchObject({
      kind,
      code: 'AADSTS999999',
      detail: 'AADSTS999999: New.',
    });
  });

  test.each([
    [400, 'unexpected'],
    [429, 'throttled'],
    [500, 'service-error'],
    [503, 'service-error'],
  ])('that nobody knows goes by its status %i', (status, kind) => {
    const problem = translateError(anyError, refused({ error: 'brand_new' }, status));

    expect(problem).toMatchObject({ kind, code: 'brand_new', remedy: { kind: 'retry' } });
    expect(problem).not.toHaveProperty('detail');
  });

  test('in another shape leaves the word to MSAL', () => {
    const error = new ServerError('invalid_grant', correlation, 'AADSTS50173: revoked');

    expect(translateError(error, refused({ message: 'no OAuth at all' }))).toMatchObject({
      kind: 'sign-in-again',
      code: 'AADSTS50173',
    });
  });
});

describe('an error of MSAL without an answer on the wire', () => {
  test('keeps its number, its claims and its correlation id', () => {
    const error = new InteractionRequiredAuthError(
      'interaction_required',
      correlation,
      'AADSTS50079: enroll first',
    );
    error.claims = '{"id_token":{}}';

    expect(translateError(error, undefined)).toEqual({
      kind: 'step-up',
      message: 'This tenant wants you to set up a second factor. Sign in to do so.',
      remedy: { kind: 'sign-in' },
      code: 'AADSTS50079',
      detail: 'AADSTS50079: enroll first',
      claims: '{"id_token":{}}',
      correlationId: correlation,
    });
  });

  test('that came through the browser goes by its word', () => {
    expect(
      translateError(new AuthError('access_denied', correlation, 'the person declined'), undefined),
    ).toMatchObject({ kind: 'declined', remedy: { kind: 'retry' } });
  });

  test('is looked at also when the last exchange went well', () => {
    expect(
      translateError(new AuthError('consent_required', correlation, 'AADSTS65001: consent'), {
        kind: 'answered',
      }).kind,
    ).toBe('consent');
  });
});

describe('what is no answer', () => {
  test('but a network failure is told as that, whatever MSAL says', () => {
    const failure = {
      kind: 'tls',
      host: 'login.example',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    } as const;

    expect(
      translateError(new AuthError('invalid_grant', correlation), { kind: 'failed', failure }),
    ).toMatchObject({ kind: 'tls', detail: 'login.example: DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  test.each(['no_tokens_found', 'no_account_found', 'refresh_token_expired'])(
    'a session that MSAL itself knows to be over (%s) asks to sign in again',
    (errorCode) => {
      const error = Object.assign(new Error('see the documentation'), { errorCode });

      expect(translateError(error, undefined)).toMatchObject({
        kind: 'sign-in-again',
        remedy: { kind: 'sign-in' },
      });
    },
  );

  test.each([['a word'], [undefined], [null], [{ error: 'invalid_grant' }]])(
    'nor an error (%j) is unexpected, in words',
    (thrown) => {
      expect(translateError(thrown, undefined)).toEqual({
        kind: 'unexpected',
        message: 'The request could not be made. The details say why.',
        remedy: { kind: 'retry' },
        code: 'unknown',
      });
    },
  );
});
