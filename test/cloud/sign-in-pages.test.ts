import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPerson, type SeenPage } from './person.ts';
import { armScope, askForToken, azureCli, openIdScopes, type Answer } from './protocol.ts';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterEach(() => cloud.close());

const redirectUri = 'http://localhost:49152';
const verifier = randomBytes(48).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

function authorizeUrl(
  more: Readonly<Record<string, string>> = {},
  authority = 'organizations',
): string {
  const url = new URL(`${cloud.authority}/${authority}/oauth2/v2.0/authorize`);
  const parameters = {
    client_id: azureCli,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'form_post',
    scope: `${openIdScopes} ${armScope}`,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.toString();
}

/** What a page that posts itself to the client sends there. */
function answerOf(page: SeenPage): Readonly<Record<string, string>> {
  expect(page.buttons).toEqual(['Submit']);
  const { to, fields } = page.sends('Submit');
  expect(to).toBe(redirectUri);
  return fields;
}

function redeem(
  code: string | undefined,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return askForToken(cloud, 'organizations', {
    grant_type: 'authorization_code',
    client_id: azureCli,
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...more,
  });
}

test('the picker offers every user by name and username', async () => {
  const page = await createPerson().open(authorizeUrl({ prompt: 'select_account' }));
  expect({ title: page.title, buttons: page.buttons }).toEqual({
    title: 'Pick an account',
    buttons: [
      'Adele Vance adele.vance@contoso.com',
      'Jürgen Groß juergen.gross@fabrikam.com',
      'Zoë Ångström zoe.angstrom@proseware.com',
      'Nguyễn Minh Anh minh.anh@tailwindtraders.com',
      'Pradeep Gupta pradeep.gupta@contoso.com',
      'Mona Kane mona.kane@outlook.com',
      'Use another account',
      'Cancel',
    ],
  });
});

test('the code of a finished sign-in is good once, with its state and nonce', async () => {
  const page = await createPerson().open(authorizeUrl());
  const { code, state } = answerOf(await page.press('Adele Vance'));
  const first = await redeem(code);
  const second = await redeem(code);
  expect(state).toBe('the-state');
  expect(decodeJwt(first.id_token ?? '')['nonce']).toBe('the-nonce');
  expect(second).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  expect(cloud.issued.has(code ?? '')).toBe(true);
});

test.each([
  ['a wrong verifier', { code_verifier: randomBytes(48).toString('base64url') }, 501481],
  ['no verifier', { code_verifier: '' }, 50148],
  ['another redirect URI', { redirect_uri: 'http://localhost:1' }, 500112],
  ['another client', { client_id: '1950a258-227b-4e31-a9cf-717495945fc2' }, 70000],
  ['a made-up code', { code: '1.AXkBmadeup' }, 9002313],
])('a code with %s is refused and stays unspent', async (_what, more, code) => {
  const page = await createPerson().open(authorizeUrl());
  const answer = answerOf(await page.press('Adele Vance'));
  const refused = await redeem(answer['code'], more);
  const good = await redeem(answer['code']);
  expect([refused.error_codes, good.status]).toEqual([[code], 200]);
});

test('a code is too old after ten minutes', async () => {
  const page = await createPerson().open(authorizeUrl());
  const { code } = answerOf(await page.press('Adele Vance'));
  cloud.setClockOffset(11 * 60 * 1000);
  expect(await redeem(code)).toMatchObject({ error_codes: [70008] });
});

test.each([
  ['query', '?'],
  ['fragment', '#'],
])('response_mode %s answers in the URL', async (mode, mark) => {
  const page = await createPerson().open(authorizeUrl({ response_mode: mode }));
  const { url } = await page.press('Adele Vance');
  expect(url.startsWith(`${redirectUri}/${mark}code=`)).toBe(true);
  expect(url).toContain('state=the-state');
});

test('Cancel tells the client', async () => {
  const page = await createPerson().open(authorizeUrl());
  expect(answerOf(await page.press('Cancel'))).toEqual({
    error: 'access_denied',
    error_subcode: 'cancel',
    error_description: 'AADSTS65004: User declined to consent to access the app.',
    state: 'the-state',
  });
});

test('another account is asked for by username, and unknown ones are named', async () => {
  const picker = await createPerson().open(authorizeUrl());
  const form = await picker.press('Use another account');
  const wrong = await form.press('Next', { username: 'nobody@contoso.com' });
  const right = await wrong.press('Next', { username: 'ZOE.angstrom@proseware.com' });
  expect(wrong.text).toContain('AADSTS50034: The user account nobody@contoso.com does not exist');
  const token = await redeem(answerOf(right)['code']);
  expect(decodeJwt(token.id_token ?? '')['name']).toBe('Zoë Ångström');
});

test.each([
  ['Pradeep Gupta', 'organizations', 'AADSTS50057'],
  ['Zoë Ångström', 'fabrikam.com', 'AADSTS50020'],
  ['Adele Vance', 'woodgrovebank.com', 'AADSTS53003'],
])('%s at %s stops with %s and may choose another account', async (user, authority, code) => {
  const picker = await createPerson().open(authorizeUrl({}, authority));
  const stopped = await picker.press(user);
  const again = await stopped.press('Sign out and sign in with a different account');
  expect(stopped.text).toContain(code);
  expect(again.title).toBe('Pick an account');
});

test('multi-factor authentication can be approved, once per browser', async () => {
  const person = createPerson();
  const picker = await person.open(authorizeUrl({}, 'tailwindtraders.com'));
  const proof = await picker.press('Adele Vance');
  const token = await redeem(answerOf(await proof.press('Approve sign-in'))['code']);
  const later = await person.open(authorizeUrl({}, 'tailwindtraders.com'));
  expect(proof.title).toBe('Approve sign-in request');
  expect(decodeJwt(token.access_token ?? '')).toMatchObject({
    amr: ['pwd', 'mfa'],
    tid: cloud.directory.tenants.tailwind.id,
  });
  expect(answerOf(later)).toHaveProperty('code');
});

test('whoever cannot approve it ends with an error for the client', async () => {
  const picker = await createPerson().open(authorizeUrl({}, 'tailwindtraders.com'));
  const proof = await picker.press('Adele Vance');
  const answer = answerOf(await proof.press("I can't"));
  expect(answer['error']).toBe('access_denied');
  expect(answer['error_description']).toContain('AADSTS500121');
});

test('claims can ask for multi-factor authentication where the tenant does not', async () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  const picker = await createPerson().open(authorizeUrl({ claims }));
  expect((await picker.press('Adele Vance')).title).toBe('Approve sign-in request');
});

test('consent is asked for where it is required, and can be refused', async () => {
  cloud.requireConsent(azureCli);
  const person = createPerson();
  const refused = await (await person.open(authorizeUrl())).press('Adele Vance');
  expect(refused.title).toBe('Permissions requested');
  expect(answerOf(await refused.press('Cancel'))['error']).toBe('access_denied');
  const asked = await (await person.open(authorizeUrl())).press('Adele Vance');
  expect(answerOf(await asked.press('Accept'))).toHaveProperty('code');
  expect(answerOf(await person.open(authorizeUrl()))).toHaveProperty('code');
});

test('prompt=consent asks even those who have consented', async () => {
  const person = createPerson();
  await (await person.open(authorizeUrl())).press('Adele Vance');
  const asked = await person.open(authorizeUrl({ prompt: 'consent' }));
  expect(asked.title).toBe('Permissions requested');
  expect(answerOf(await asked.press('Accept'))).toHaveProperty('code');
});

test('the browser remembers who is signed in, as far as prompt lets it', async () => {
  const person = createPerson();
  const nobody = answerOf(await person.open(authorizeUrl({ prompt: 'none' })));
  await (await person.open(authorizeUrl())).press('Adele Vance');
  const silent = answerOf(await person.open(authorizeUrl({ prompt: 'none' })));
  const plain = answerOf(await person.open(authorizeUrl()));
  const picker = await person.open(authorizeUrl({ prompt: 'select_account' }));
  const elsewhere = await createPerson().open(authorizeUrl());
  expect(nobody['error']).toBe('login_required');
  expect([silent['code'], plain['code']].every((code) => code !== undefined)).toBe(true);
  expect([picker.title, elsewhere.title]).toEqual(['Pick an account', 'Pick an account']);
});

test('prompt=none does not pass a page that a person must see', async () => {
  const person = createPerson();
  await (await person.open(authorizeUrl())).press('Adele Vance');
  const answer = answerOf(
    await person.open(authorizeUrl({ prompt: 'none' }, 'tailwindtraders.com')),
  );
  expect(answer['error']).toBe('interaction_required');
});

test('a sign-out ends the session, for copies of its cookie too, and leads back', async () => {
  const cookies = new Map<string, string>();
  const person = createPerson(cookies);
  await (await person.open(authorizeUrl())).press('Adele Vance');
  const copy = createPerson(new Map(cookies));
  expect(answerOf(await copy.open(authorizeUrl()))).toHaveProperty('code');
  const logout = `${cloud.authority}/common/oauth2/v2.0/logout`;
  const page = await person.open(logout);
  const back = `post_logout_redirect_uri=${encodeURIComponent('http://localhost:49152/bye')}`;
  const led = await person.open(`${logout}?${back}&state=s`);
  expect(page.title).toBe('You signed out of your account');
  expect(led.url).toBe('http://localhost:49152/bye?state=s');
  for (const each of [person, copy]) {
    expect((await each.open(authorizeUrl())).title).toBe('Pick an account');
  }
});

test.each(['revokeRefreshTokens', 'requireClaims'] as const)(
  'after %s the browser signs nobody in by itself',
  async (control) => {
    const person = createPerson();
    await (await person.open(authorizeUrl())).press('Adele Vance');
    cloud[control](cloud.directory.users.adele);
    expect((await person.open(authorizeUrl())).title).toBe('Pick an account');
  },
);

test('hints narrow the picker down', async () => {
  const person = createPerson();
  const hinted = await person.open(authorizeUrl({ login_hint: 'minh.anh@tailwindtraders.com' }));
  const domain = await person.open(authorizeUrl({ domain_hint: 'contoso.com' }));
  const personal = await person.open(authorizeUrl({}, 'consumers'));
  const others = ['Use another account', 'Cancel'];
  expect([hinted.buttons, domain.buttons, personal.buttons]).toEqual([
    ['Nguyễn Minh Anh minh.anh@tailwindtraders.com', ...others],
    ['Adele Vance adele.vance@contoso.com', 'Pradeep Gupta pradeep.gupta@contoso.com', ...others],
    others,
  ]);
});

test.each([
  ['an unknown client', { client_id: 'd9a5b1f3-0000-4000-8000-000000000000' }, 'AADSTS700016'],
  ['a foreign redirect URI', { redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
  ['a path that is not registered', { redirect_uri: 'http://localhost:1/x' }, 'AADSTS50011'],
])('%s is shown on a page and never sent there', async (_what, more, code) => {
  const page = await createPerson().open(authorizeUrl(more));
  expect({ status: page.status, buttons: page.buttons }).toEqual({ status: 400, buttons: [] });
  expect(page.text).toContain(code);
});

test.each([
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['an implicit flow', { response_type: 'token' }, 'invalid_request'],
  ['an unknown response mode', { response_mode: 'pigeon' }, 'invalid_request'],
  ['broken claims', { claims: '{' }, 'invalid_request'],
])('%s goes back to the client as an error', async (_what, more, error) => {
  const { url } = await createPerson().open(authorizeUrl({ response_mode: 'query', ...more }));
  expect(new URL(url).searchParams.get('error')).toBe(error);
});

test('what users and clients typed cannot become markup', async () => {
  const script = '"><script>alert(1)</script>';
  const picker = await createPerson().open(authorizeUrl({ state: script }));
  const form = await picker.press('Use another account');
  const wrong = await form.press('Next', { username: script });
  const answer = answerOf(await wrong.press('Cancel'));
  expect(wrong.text).toContain('<script>alert(1)</script>');
  expect(answer['state']).toBe(script);
});
