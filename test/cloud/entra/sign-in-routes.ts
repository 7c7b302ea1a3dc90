import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { answerAuthorize } from './authorize-answer.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorize-request.ts';
import { sessionCookie } from './browser-sessions.ts';
import { giveUp, proceed, showRefusal } from './browser.ts';
import type { Entra } from './entra.ts';
import type { Journey } from './journey.ts';
import { nextStep } from './next-step.ts';
import { enterCode } from './pages/device.ts';
import { anotherAccount, notice } from './pages/sign-in.ts';
import { refusalError, refusalText, refuse, type Refusal } from './refusal.ts';

/** A client asks for a sign-in: single sign-on where the browser's session and `prompt` allow it. */
function authorize(entra: Entra, context: Context, request: AuthorizeRequest): Answer {
  const tell = (refusal: Refusal): Answer =>
    answerAuthorize(context, request, {
      error: refusalError(refusal),
      error_description: refusalText(refusal),
    });
  const journey = entra.journeys.begin({
    purpose: { kind: 'authorize', request },
    authority: request.authority,
    client: request.client,
    scope: request.scope,
    claims: request.claims,
  });
  const hinted = request.loginHint?.toLowerCase();
  const known = entra.sessions
    .signIns(getCookie(context, sessionCookie))
    .filter(({ user }) => hinted === undefined || user.username.toLowerCase() === hinted);
  const [session] = known;
  const silent = request.prompt === 'none';
  const mayReuse = request.prompt === undefined || silent || request.prompt === 'consent';
  if (session && mayReuse && known.length === 1) {
    const recognised = entra.journeys.change({ ...journey, user: session.user, session });
    const step = nextStep(entra.world, recognised);
    if (!silent || step.kind === 'finished') return proceed(entra, context, recognised);
    entra.journeys.end(journey.id);
    return tell(step.kind === 'stopped' ? step.refusal : refuse(16000));
  }
  if (silent) return tell(refuse(known.length > 1 ? 16000 : 50058));
  return proceed(entra, context, journey);
}

type Answer = Response | Promise<Response>;

async function readForm(context: Context): Promise<ReadonlyMap<string, string>> {
  return new Map(new URLSearchParams(await context.req.text()));
}

/** Continues the journey that the posted form belongs to. */
async function onJourney(
  entra: Entra,
  context: Context,
  go: (journey: Journey, form: ReadonlyMap<string, string>) => Answer,
): Promise<Response> {
  const form = await readForm(context);
  const journey = entra.journeys.find(form.get('ctx') ?? '');
  if (!journey) return showRefusal(entra, context, refuse(9002313));
  return go(journey, form);
}

function chooseAccount(
  entra: Entra,
  context: Context,
  journey: Journey,
  form: ReadonlyMap<string, string>,
): Answer {
  const action = form.get('action');
  if (action === 'cancel') return giveUp(entra, context, journey);
  if (action === 'another') return context.html(anotherAccount(journey.id));
  if (action === 'restart') {
    const { user: _user, session: _session, ...fresh } = journey;
    return proceed(entra, context, entra.journeys.change({ ...fresh, methods: [] }));
  }
  const username = (form.get('username') ?? '').trim();
  const user = entra.world.directory.findUser(username);
  if (!user) {
    const refusal = refuse(50034, { username, tenant: 'Microsoft' });
    return context.html(anotherAccount(journey.id, refusalText(refusal)));
  }
  const prompt =
    journey.purpose.kind === 'authorize' ? journey.purpose.request.prompt : 'select_account';
  const session =
    prompt === 'login'
      ? undefined
      : entra.sessions.signInOf(getCookie(context, sessionCookie), user);
  const chosen = { ...journey, user, ...(session ? { session } : {}) };
  return proceed(entra, context, entra.journeys.change(chosen));
}

/** The pages that people see. */
export function signInRoutes(entra: Entra): Hono {
  const app = new Hono();

  const begin = (context: Context, segment: string, query: URLSearchParams): Answer => {
    const request = readAuthorizeRequest(entra.world.directory, segment, query);
    if (!('kind' in request)) return authorize(entra, context, request);
    if (request.kind === 'page') return showRefusal(entra, context, request.refusal);
    return answerAuthorize(context, request.request, {
      error: refusalError(request.refusal),
      error_description: refusalText(request.refusal),
    });
  };
  app.get('/:authority/oauth2/v2.0/authorize', (context) =>
    begin(context, context.req.param('authority'), new URL(context.req.url).searchParams),
  );
  app.post('/:authority/oauth2/v2.0/authorize', async (context) =>
    begin(context, context.req.param('authority'), new URLSearchParams(await context.req.text())),
  );

  app.post('/common/login', (context) =>
    onJourney(entra, context, (journey, form) => chooseAccount(entra, context, journey, form)),
  );
  app.post('/common/SAS/ProcessAuth', (context) =>
    onJourney(entra, context, (journey, form) => {
      if (form.get('action') !== 'approve') return giveUp(entra, context, journey, refuse(500121));
      return proceed(entra, context, entra.journeys.change({ ...journey, methods: ['mfa'] }));
    }),
  );
  app.post('/common/Consent/Set', (context) =>
    onJourney(entra, context, (journey, form) => {
      if (form.get('action') !== 'accept' || !journey.user) return giveUp(entra, context, journey);
      entra.world.standing.giveConsent(journey.client.id, journey.user.id);
      return proceed(entra, context, entra.journeys.change({ ...journey, consented: true }));
    }),
  );
  app.post('/common/DeviceAuth/Confirm', (context) =>
    onJourney(entra, context, (journey, form) => {
      if (form.get('action') !== 'continue') return giveUp(entra, context, journey);
      return proceed(entra, context, entra.journeys.change({ ...journey, confirmed: true }));
    }),
  );

  for (const path of ['/deviceauth', '/devicelogin', '/common/oauth2/deviceauth']) {
    app.get(path, (context) => context.html(enterCode(context.req.query('otc') ?? '')));
    app.post(path, async (context) => {
      const code = (await readForm(context)).get('otc') ?? '';
      const grant = entra.deviceCodes.findByUserCode(code);
      const client = grant ? entra.world.directory.findClient(grant.clientId) : undefined;
      if (!grant || !client || !entra.deviceCodes.isOpen(grant)) {
        const problem =
          'That code didn’t work. Check the code and try again, or start again on the device.';
        return context.html(enterCode(code, problem));
      }
      const { authority, scope, claims, userCode } = grant;
      const purpose = { kind: 'device', userCode } as const;
      const journey = entra.journeys.begin({ purpose, authority, client, scope, claims });
      return proceed(entra, context, journey);
    });
  }

  app.get('/:authority/oauth2/v2.0/logout', (context) => {
    entra.sessions.end(getCookie(context, sessionCookie));
    deleteCookie(context, sessionCookie, { path: '/', secure: true });
    const target = context.req.query('post_logout_redirect_uri');
    if (target !== undefined && URL.canParse(target)) {
      const url = new URL(target);
      const state = context.req.query('state');
      if (state !== undefined) url.searchParams.set('state', state);
      return context.redirect(url.toString());
    }
    return context.html(
      notice('You signed out of your account', 'It’s a good idea to close all browser windows.'),
    );
  });

  return app;
}
