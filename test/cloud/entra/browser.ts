import { randomInt, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PublicClient } from '../directory/model.ts';
import { answerAuthorize } from './authorize-answer.ts';
import { sessionCookie } from './browser-sessions.ts';
import { readClaims } from './claims-request.ts';
import type { Entra } from './entra.ts';
import type { Journey } from './journey.ts';
import { nextStep, offeredUsers, type Step } from './next-step.ts';
import { confirmDevice } from './pages/device.ts';
import { accountPicker, consent, multiFactor, notice, stopped } from './pages/sign-in.ts';
import { errorTimestamp, refusalError, refusalText, refuse, type Refusal } from './refusal.ts';

type Answer = Response | Promise<Response>;

const titles: Partial<Record<Refusal['code'], string>> = {
  53003: 'You cannot access this right now',
  50020: 'Selected user account does not exist in the tenant',
};

/** Shows a refusal as a page. `journey` lets the person choose another account. */
export function showRefusal(
  entra: Entra,
  context: Context,
  refusal: Refusal,
  journey?: Journey,
): Answer {
  const page = stopped({
    title: titles[refusal.code] ?? 'Sorry, but we’re having trouble signing you in.',
    text: refusalText(refusal),
    details: {
      'Error code': String(refusal.code),
      'Request id': randomUUID(),
      'Correlation id': randomUUID(),
      Timestamp: errorTimestamp(entra.world.clock),
    },
    ...(journey ? { journeyId: journey.id } : {}),
  });
  return context.html(page, journey ? 200 : 400);
}

/** Ends a journey without a sign-in: the client is told, or the device's code declined. */
export function giveUp(
  entra: Entra,
  context: Context,
  journey: Journey,
  refusal: Refusal = refuse(65004),
): Answer {
  entra.journeys.end(journey.id);
  if (journey.purpose.kind === 'device') {
    entra.deviceCodes.settle(journey.purpose.userCode, { kind: 'declined' });
    return context.html(
      notice('You cancelled the sign-in', 'The device was not signed in. Close this window.'),
    );
  }
  return answerAuthorize(context, journey.purpose.request, {
    error: refusalError(refusal),
    error_subcode: 'cancel',
    error_description: refusalText(refusal),
  });
}

function finish(
  entra: Entra,
  context: Context,
  journey: Journey,
  { signIn, tenant }: Extract<Step, { kind: 'finished' }>,
): Answer {
  entra.journeys.end(journey.id);
  const sessionId = entra.sessions.remember(getCookie(context, sessionCookie), signIn);
  setCookie(context, sessionCookie, sessionId, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'None',
  });
  if (journey.purpose.kind === 'device') {
    entra.deviceCodes.settle(journey.purpose.userCode, { kind: 'approved', signIn, tenant });
    return context.html(
      notice(
        `You have signed in to the ${journey.client.displayName} application on your device`,
        'You may now close this window.',
      ),
    );
  }
  const { request } = journey.purpose;
  const code = entra.authorizationCodes.issue({
    signIn,
    tenant,
    clientId: request.client.id,
    redirectUri: request.redirectUri,
    scope: request.scope,
    nonce: request.nonce,
    codeChallenge: request.codeChallenge,
    capabilities: readClaims(request.claims)?.capabilities ?? [],
  });
  const { id: uid, homeTenant: utid } = signIn.user;
  const clientInfo = Buffer.from(JSON.stringify({ uid, utid })).toString('base64url');
  return answerAuthorize(context, request, {
    code,
    ...(request.wantsClientInfo ? { client_info: clientInfo } : {}),
  });
}

const permissionNames = (client: PublicClient): readonly string[] => [
  `Access Azure as you (${client.displayName})`,
  'View your basic profile',
  'Maintain access to data you have given it access to',
];

/** Shows the page that comes next, or finishes. */
export function proceed(entra: Entra, context: Context, journey: Journey): Answer {
  const { world } = entra;
  const step = nextStep(world, journey);
  const clientName = journey.client.displayName;
  switch (step.kind) {
    case 'pick-account': {
      const users = offeredUsers(world, journey);
      return context.html(accountPicker({ journeyId: journey.id, clientName, users }));
    }
    case 'stopped':
      return showRefusal(entra, context, step.refusal, journey);
    case 'multi-factor':
      return context.html(multiFactor(journey.id, step.user, step.tenant, randomInt(10, 100)));
    case 'consent':
      return context.html(
        consent(journey.id, clientName, step.user, permissionNames(journey.client)),
      );
    case 'confirm-device':
      return context.html(confirmDevice(journey.id, clientName, step.user));
    case 'finished':
      return finish(entra, context, journey, step);
  }
}
