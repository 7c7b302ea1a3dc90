import type { Explanations } from './explanation.ts';
import { askAdmin, misregistered, notAllowed, retry, signInAgain, stepUp } from './explanation.ts';

/**
 * Entra ID's error numbers in plain words. Source of the numbers and their meaning:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes. The number decides, not MSAL's error class:
 * 530003, for one, arrives as a plain `invalid_grant`.
 */
export const explanations: Explanations = {
  16000: signInAgain('Several accounts are signed in. Sign in and choose the one you mean.'),
  28000: {
    kind: 'invalid-input',
    message: 'A sign-in can ask for the scopes of one service only.',
  },
  50005: askAdmin('step-up', 'This tenant lets in only other kinds of device.'),
  50011: misregistered(
    'The application may not come back to this computer. Add http://localhost to it, as a mobile or desktop application.',
  ),
  50020: {
    kind: 'wrong-account',
    message:
      'This account does not belong to this tenant. Use another account, or ask to be invited as a guest.',
    remedy: 'sign-in',
  },
  50034: {
    kind: 'wrong-account',
    message: 'This account does not exist in this tenant. Check its spelling or use another one.',
    remedy: 'sign-in',
  },
  50053: {
    kind: 'account-disabled',
    message:
      'This account is locked after too many wrong passwords. Wait a while or reset the password.',
    remedy: 'sign-in',
  },
  50055: signInAgain('The password of this account expired. Sign in to choose a new one.'),
  50057: askAdmin('account-disabled', 'This account is disabled. An administrator can enable it.'),
  50058: signInAgain('Your session is over. Sign in again.'),
  50072: stepUp('This tenant wants you to set up a second factor. Sign in to do so.'),
  50074: stepUp('This tenant wants a second factor. Sign in to this tenant to give it.'),
  50076: stepUp('This tenant wants a second factor. Sign in to this tenant to give it.'),
  50078: stepUp(
    'Your second factor is too old for this tenant. Sign in to this tenant to renew it.',
  ),
  50079: stepUp('This tenant wants you to set up a second factor. Sign in to do so.'),
  50097: askAdmin('step-up', 'This tenant lets in only devices that it knows.'),
  50105: notAllowed('blocked', 'You are not assigned to this application in this tenant.'),
  50126: {
    kind: 'wrong-password',
    message: 'The user name or the password is wrong.',
    remedy: 'sign-in',
  },
  50128: {
    kind: 'unknown-tenant',
    message: 'There is no tenant with this name. Check its spelling.',
  },
  50129: askAdmin('step-up', 'This tenant lets in only devices that are joined to it.'),
  50131: askAdmin('blocked', "This tenant's access rules (Conditional Access) block this sign-in."),
  50132: signInAgain('Your session was ended, perhaps by a new password. Sign in again.'),
  50133: signInAgain('Your session ended because the password changed. Sign in again.'),
  50140: signInAgain('The sign-in was interrupted. Sign in again.'),
  50158: stepUp('This tenant wants one more check by another provider. Sign in to this tenant.'),
  50173: signInAgain('Your session was ended, perhaps by a new password. Sign in again.'),
  500011: {
    kind: 'unknown-resource',
    message:
      'This tenant does not know the service that the token is for. Check the address, or use another tenant.',
  },
  500021: askAdmin(
    'blocked',
    'Your network lets you sign in only to tenants that your organisation allows; this is another.',
  ),
  500200: {
    kind: 'wrong-account',
    message:
      'A personal account can’t sign in here. Use a work or school account, or ask to be invited to this tenant.',
    remedy: 'sign-in',
  },
  500207: {
    kind: 'wrong-account',
    message: 'This kind of account can not be used for that service. Use another account.',
    remedy: 'sign-in',
  },
  500213: askAdmin('blocked', 'This tenant does not let in guests from your organisation.'),
  500571: askAdmin(
    'account-disabled',
    'Your guest account in this tenant is disabled. An administrator can enable it.',
  ),
  50194: misregistered(
    'The application takes accounts of one tenant only. Name that tenant, or let it take those of others.',
  ),
  50196: retry('throttled', 'Too many requests in a short time. Wait a minute.'),
  51004: {
    kind: 'wrong-account',
    message: 'This account does not exist in this tenant. Use another one.',
    remedy: 'sign-in',
  },
  53000: askAdmin(
    'step-up',
    'This tenant lets in only devices that follow its rules; this one does not.',
  ),
  53001: askAdmin('step-up', 'This tenant lets in only devices that are joined to it.'),
  53002: notAllowed('blocked', 'This tenant does not allow this application.'),
  53003: askAdmin('blocked', "This tenant's access rules (Conditional Access) block this sign-in."),
  53004: stepUp('This tenant wants you to set up a second factor in a trusted place first.'),
  530002: askAdmin(
    'step-up',
    'This tenant lets in only devices that follow its rules; this one does not.',
  ),
  530003: askAdmin('step-up', 'This tenant lets in only devices that it manages.'),
  530032: askAdmin('blocked', "This tenant's security policy blocks this sign-in."),
  65001: {
    kind: 'consent',
    message: 'Nobody has allowed this application to reach that service here. Sign in to allow it.',
    remedy: 'sign-in',
  },
  65004: retry(
    'declined',
    'The sign-in was cancelled, or the permission declined, in the browser.',
  ),
  65005: askAdmin('consent', 'This application may not ask for that service.'),
  70000: signInAgain('The stored session is no longer valid. Sign in again.'),
  70002: { kind: 'bad-client-credential', message: 'The secret of the application was refused.' },
  70008: signInAgain('The stored session expired. Sign in again.'),
  70011: {
    kind: 'invalid-input',
    message: 'One of the scopes does not exist. Check the spelling.',
  },
  70016: retry('timed-out', 'The device code was not used yet.'),
  70018: retry('code-expired', 'This device code is not valid. Get a new one.'),
  70019: retry('code-expired', 'The device code expired. Get a new one.'),
  70020: retry('code-expired', 'The device code expired before it was used. Get a new one.'),
  70043: signInAgain('This tenant wants a fresh sign-in from time to time, and it is time.'),
  70044: signInAgain('This tenant wants a fresh sign-in from time to time, and it is time.'),
  700003: askAdmin('step-up', 'This device was removed from the tenant.'),
  700016: notAllowed(
    'unknown-application',
    'This tenant does not know the application that signs you in.',
  ),
  700024: {
    kind: 'clock-skew',
    message: "Your computer's clock is wrong. Set it to the right time and try again.",
    remedy: 'check-clock',
  },
  700082: signInAgain(
    'The stored session expired because it was not used for a long time. Sign in again.',
  ),
  700084: signInAgain('The stored session reached its end. Sign in again.'),
  7000112: notAllowed(
    'unknown-application',
    'The application that signs you in is disabled in this tenant.',
  ),
  7000215: { kind: 'bad-client-credential', message: 'The secret of the application is wrong.' },
  7000222: {
    kind: 'bad-client-credential',
    message: 'The secret or certificate of the application expired. Create a new one.',
  },
  7000218: misregistered(
    'This application is not set up for sign-in without a secret. Allow its public client flows.',
  ),
  90002: {
    kind: 'unknown-tenant',
    message: 'There is no tenant with this name. Check its spelling.',
  },
  900023: {
    kind: 'unknown-tenant',
    message: 'That is no tenant id and no domain. Check its spelling.',
  },
  900971: misregistered(
    'The application has no address to come back to. Add http://localhost to it, as a mobile or desktop application.',
  ),
  90014: retry('service-error', 'Something was missing in the request. Try again.'),
  90033: retry('service-error', 'Entra ID has a passing problem. Try again in a moment.'),
  90072: {
    kind: 'wrong-account',
    message:
      'This account does not belong to this tenant. Use another account, or ask to be invited.',
    remedy: 'sign-in',
  },
  90093: notAllowed('consent', 'Only an administrator can allow this application here.'),
  90094: notAllowed('consent', 'Only an administrator can allow this application here.'),
  90095: notAllowed('consent', 'Only an administrator can allow this application here.'),
};
