import type { Explanation } from './explanation.ts';
import { retry, signInAgain, stepUp } from './explanation.ts';

/** The words of the device-code flow (RFC 8628). They are exact, while Entra ID uses one number for several of them. */
export const deviceCodeExplanations: Readonly<Record<string, Explanation>> = {
  authorization_declined: retry('declined', 'The sign-in was declined on the other device.'),
  bad_verification_code: retry('code-expired', 'This device code is not valid. Get a new one.'),
  expired_token: retry(
    'code-expired',
    'The device code expired before it was used. Get a new one.',
  ),
  code_expired: retry('code-expired', 'The device code expired before it was used. Get a new one.'),
  device_code_expired: retry(
    'code-expired',
    'The device code expired before it was used. Get a new one.',
  ),
};

/** OAuth's own words (RFC 6749), for answers that carry no AADSTS number. */
export const oauthExplanations: Readonly<Record<string, Explanation>> = {
  access_denied: retry('declined', 'The sign-in was cancelled in the browser.'),
  consent_required: {
    kind: 'consent',
    message: 'Nobody has allowed this application to reach that service here. Sign in to allow it.',
    remedy: 'sign-in',
  },
  // MSAL's own words for a session whose refresh token it has dropped or never had.
  no_tokens_found: signInAgain('Your session is over. Sign in again.'),
  no_account_found: signInAgain('Your session is over. Sign in again.'),
  no_account_in_silent_request: signInAgain('Your session is over. Sign in again.'),
  refresh_token_expired: signInAgain('The stored session expired. Sign in again.'),
  interaction_required: stepUp('This tenant wants you to sign in again.'),
  login_required: signInAgain('Your session is over. Sign in again.'),
  invalid_grant: signInAgain('The stored session was refused. Sign in again.'),
  temporarily_unavailable: retry('service-error', 'Entra ID has a passing problem. Try again.'),
  server_error: retry('service-error', 'Entra ID has a passing problem. Try again.'),
};
