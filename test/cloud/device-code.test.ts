import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPerson } from './person.ts';
import { askForDeviceCode, azureCli, pollForToken, postForm } from './protocol.ts';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterEach(() => cloud.close());

test('a device code comes with a page, a user code and a sentence that names both', async () => {
  const code = await askForDeviceCode(cloud);
  const page = `${cloud.authority}/deviceauth`;
  expect(code).toEqual({
    status: 200,
    user_code: expect.stringMatching(/^[A-Z2-9]{9}$/) as string,
    device_code: expect.stringMatching(/^DAQABIQEAAAB/) as string,
    verification_uri: page,
    expires_in: 900,
    interval: 5,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${code.user_code} to authenticate.`,
  });
  expect(cloud.issued.has(code.device_code ?? '')).toBe(true);
  expect(cloud.userCodes.has(code.user_code ?? '')).toBe(true);
});

test('a person enters the code, chooses an account, confirms, and the device is signed in once', async () => {
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  const pending = await pollForToken(cloud, deviceCode);
  const page = await createPerson().open(`${cloud.authority}/deviceauth`);
  const picker = await page.press('Next', { otc: ` ${otc.toLowerCase()} ` });
  const question = await picker.press('Jürgen Groß');
  const done = await question.press('Continue');
  const signedIn = await pollForToken(cloud, deviceCode);
  const again = await pollForToken(cloud, deviceCode);
  expect(pending).toMatchObject({ error: 'authorization_pending', error_codes: [70016] });
  expect(question.title).toBe('Are you trying to sign in to Microsoft Azure CLI?');
  expect(done.title).toBe(
    'You have signed in to the Microsoft Azure CLI application on your device',
  );
  expect(decodeJwt(signedIn.id_token ?? '')['name']).toBe('Jürgen Groß');
  expect(again.error).toBe('bad_verification_code');
});

test('the tenant with multi-factor authentication asks for it on the page', async () => {
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(
    cloud,
    'tailwindtraders.com',
  );
  const page = await createPerson().open(`${cloud.authority}/common/oauth2/deviceauth?otc=${otc}`);
  const proof = await (await page.press('Next')).press('Nguyễn Minh Anh');
  await (await proof.press('Approve sign-in')).press('Continue');
  const signedIn = await pollForToken(cloud, deviceCode);
  expect(proof.title).toBe('Approve sign-in request');
  expect(decodeJwt(signedIn.access_token ?? '')['amr']).toEqual(['pwd', 'mfa']);
});

test.each(['picker', 'question'])('cancelled at the %s, the device hears of it', async (where) => {
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  const page = await createPerson().open(`${cloud.authority}/deviceauth`);
  const picker = await page.press('Next', { otc });
  const last = where === 'picker' ? picker : await picker.press('Adele Vance');
  await last.press('Cancel');
  expect(await pollForToken(cloud, deviceCode)).toMatchObject({
    error: 'authorization_declined',
    error_codes: [70018],
  });
});

test('a wrong, a used and an expired code are refused on the page', async () => {
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  const page = await createPerson().open(`${cloud.authority}/deviceauth`);
  const wrong = await page.press('Next', { otc: 'WRONGCODE' });
  cloud.setClockOffset(901_000);
  const expired = await page.press('Next', { otc });
  const polled = await pollForToken(cloud, deviceCode);
  cloud.setClockOffset(0);
  cloud.approveDeviceCode(otc, cloud.directory.users.adele);
  const used = await page.press('Next', { otc });
  for (const each of [wrong, expired, used]) expect(each.text).toContain('That code didn’t work');
  expect(polled).toMatchObject({ error: 'expired_token', error_codes: [70020] });
});

test('all codes can be made to expire at once', async () => {
  const { device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  cloud.expireDeviceCodes();
  expect((await pollForToken(cloud, deviceCode)).error).toBe('expired_token');
});

test('polls closer together than the interval are told to slow down', async () => {
  const { device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  const errors = [];
  for (const after of [0, 5, 6, 11]) {
    cloud.setClockOffset(after * 1000);
    errors.push((await pollForToken(cloud, deviceCode)).error);
  }
  expect(errors).toEqual([
    'authorization_pending',
    'authorization_pending',
    'slow_down',
    'authorization_pending',
  ]);
});

test('a decline without a browser, and what cannot be approved', async () => {
  const { users } = cloud.directory;
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(
    cloud,
    'fabrikam.com',
  );
  expect(() => cloud.approveDeviceCode('NOSUCHONE', users.adele)).toThrow('No open device code');
  expect(() => cloud.approveDeviceCode(otc, users.zoe)).toThrow('is not in that tenant');
  cloud.declineDeviceCode(otc);
  expect((await pollForToken(cloud, deviceCode)).error).toBe('authorization_declined');
});

test.each([
  ['no client', { scope: 'openid' }, 'common', 900144],
  ['no scope', { client_id: azureCli }, 'common', 900144],
  ['an unknown client', { client_id: 'x', scope: 'openid' }, 'common', 700016],
  ['an unknown tenant', { client_id: azureCli, scope: 'openid' }, 'nowhere.example', 90002],
  ['an unknown API', { client_id: azureCli, scope: 'https://x/.default' }, 'contoso.com', 500011],
])('a request with %s is refused', async (_what, fields, authority, code) => {
  const url = `${cloud.authority}/${authority}/oauth2/v2.0/devicecode`;
  expect((await postForm(url, fields)).error_codes).toEqual([code]);
});
