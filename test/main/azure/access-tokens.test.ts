import type {
  AuthenticationResult,
  PublicClientApplication,
  SilentFlowRequest,
} from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { acquireSilently } from '../../../src/main/azure/acquire-silently.ts';
import { createAccessTokens } from '../../../src/main/azure/access-tokens.ts';
import { noteExchange } from '../../../src/main/azure/exchange.ts';
import type { MsalClient } from '../../../src/main/azure/msal-client.ts';
import type { AccessToken, TokenAsk } from '../../../src/main/core/ports/azure.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { publicCloud } from '../../../src/shared/cloud.ts';
import { alice } from '../core/examples.ts';
import { createFakeClock } from '../core/fakes.ts';

const tenantId = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const ask: TokenAsk = { account: alice, tenantId, scopes: ['https://vault.azure.net/.default'] };

type Silent = (request: SilentFlowRequest) => Promise<Partial<AuthenticationResult>>;

/** A client whose silent call is the test's; everything else is not to be touched. */
function tokensOf(acquireTokenSilent: Silent) {
  const clock = createFakeClock();
  const requests: SilentFlowRequest[] = [];
  const application = {
    acquireTokenSilent(request: SilentFlowRequest) {
      requests.push(request);
      return acquireTokenSilent(request);
    },
  } as unknown as PublicClientApplication;
  const untouched = (): never => {
    throw new Error('not to be touched');
  };
  const client: MsalClient = {
    cloud: publicCloud,
    network: { sendGetRequestAsync: untouched, sendPostRequestAsync: untouched },
    use: untouched,
    mint: (_account, _tenantId, call) => call(application),
    flush: untouched,
    welcome: untouched,
    remove: untouched,
    account: async (homeAccountId) => ({
      homeAccountId,
      environment: 'login.microsoftonline.com',
      tenantId: 'home',
      username: alice.username,
      localAccountId: 'local',
    }),
  };
  const issue = (text: string): Partial<AuthenticationResult> => ({
    accessToken: text,
    tenantId,
    scopes: [...ask.scopes],
    expiresOn: new Date(clock.now() + 3_600_000),
  });
  return {
    clock,
    requests,
    issue,
    tokens: createAccessTokens((ask, renew) => acquireSilently(client, ask, renew), clock),
  };
}

const textOf = (answer: Result<AccessToken>): string =>
  answer.ok ? answer.value.secret.reveal() : answer.problem.kind;

describe('a token', () => {
  test('is remembered until five minutes before its end', async () => {
    let count = 0;
    const { clock, issue, tokens } = tokensOf(async () => issue(`token ${(count += 1)}`));
    const first = await tokens.acquire(ask);
    clock.advance(55 * 60_000 - 1);
    const same = await tokens.acquire({ ...ask, scopes: [...ask.scopes] });
    clock.advance(1);
    const next = await tokens.acquire(ask);

    expect([first, same, next].map(textOf)).toEqual(['token 1', 'token 1', 'token 2']);
  });

  test('that was challenged is replaced by the one that answered the challenge', async () => {
    const { requests, issue, tokens } = tokensOf(async ({ claims }) =>
      issue(claims === undefined ? 'challenged' : 'accepted'),
    );
    const answers = [
      await tokens.acquire(ask),
      await tokens.acquire({ ...ask, claims: '{"nbf":1}' }),
      await tokens.acquire(ask),
    ];

    expect([answers.map(textOf), requests.length]).toEqual([
      ['challenged', 'accepted', 'accepted'],
      2,
    ]);
  });

  test('that was challenged in vain leaves the challenge for the sign-in to carry', async () => {
    const { tokens } = tokensOf(async () => {
      noteExchange({
        kind: 'refused',
        status: 400,
        body: { error: 'invalid_grant', error_description: 'AADSTS50173: revoked' },
      });
      throw new Error('refused');
    });
    const answer = await tokens.acquire({ ...ask, claims: '{"nbf":1}' });

    expect(answer).toMatchObject({
      ok: false,
      problem: { kind: 'sign-in-again', claims: '{"nbf":1}' },
    });
  });

  test("that was refused with claims of the refusal's own keeps those", async () => {
    const { tokens } = tokensOf(async () => {
      noteExchange({
        kind: 'refused',
        status: 400,
        body: { error: 'interaction_required', error_codes: [50_076], claims: '{"own":1}' },
      });
      throw new Error('refused');
    });

    expect(await tokens.acquire({ ...ask, claims: '{"nbf":1}' })).toMatchObject({
      problem: { claims: '{"own":1}' },
    });
  });

  test('that arrives after its account was forgotten is not remembered, nor joined', async () => {
    const late = Promise.withResolvers<Partial<AuthenticationResult>>();
    const answers = [late.promise];
    const { requests, issue, tokens } = tokensOf(async () => answers.shift() ?? issue('new'));
    const before = tokens.acquire(ask);
    tokens.forget(alice);
    const after = tokens.acquire(ask);
    late.resolve(issue('old'));
    const texts = [textOf(await before), textOf(await after), textOf(await tokens.acquire(ask))];

    expect([texts, requests.length]).toEqual([['old', 'new', 'new'], 2]);
  });

  test('is asked for once by many who want the same, and apart for other tenants', async () => {
    const { requests, issue, tokens } = tokensOf(async () => issue('token'));
    await Promise.all([
      tokens.acquire(ask),
      tokens.acquire(ask),
      tokens.acquire({ ...ask, tenantId: 'contoso.example' }),
    ]);

    expect(requests.map(({ authority, account }) => [authority, account?.tenantId])).toEqual([
      [`https://login.microsoftonline.com/${tenantId}`, tenantId],
      ['https://login.microsoftonline.com/contoso.example', 'contoso.example'],
    ]);
  });

  test('of another tenant than the one asked for is thrown away', async () => {
    const { issue, tokens } = tokensOf(async () => ({ ...issue('wrong'), tenantId: 'home' }));

    expect(await tokens.acquire(ask)).toMatchObject({
      ok: false,
      problem: {
        kind: 'unexpected',
        message: 'Entra ID issued a token of another tenant (home). It was thrown away.',
      },
    });
  });

  test('is given for a tenant id in capitals too', async () => {
    const { issue, tokens } = tokensOf(async () => issue('token'));

    expect(textOf(await tokens.acquire({ ...ask, tenantId: tenantId.toUpperCase() }))).toBe(
      'token',
    );
  });
});
