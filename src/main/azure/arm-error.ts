import { RestError } from '@azure/core-rest-pipeline';
import { ZodError } from 'zod';
import { readClaimsRequest } from '../../shared/claims-request.ts';
import type { Problem } from '../../shared/problem.ts';
import { ArmNetworkError } from './arm-http-client.ts';
import { networkProblem } from './network-failure.ts';
import { Refusal } from './refusal.ts';

/** Turns what the ARM SDK threw into a problem. */
export function translateArmError(error: unknown, resourceManager: string): Problem {
  const refusal = causes(error).find((one) => one instanceof Refusal);
  if (refusal instanceof Refusal) return refusal.problem;
  if (error instanceof ArmNetworkError) return networkProblem(error.failure);
  const { host } = new URL(resourceManager);
  if (error instanceof ZodError) return unreadableProblem(error, host);
  if (error instanceof RestError && error.statusCode !== undefined) {
    return statusProblem(error, error.statusCode, host);
  }
  // A body that was cut short or is no JSON reaches us as a parse error.
  return networkProblem({
    kind: 'unexpected-answer',
    host,
    reason: error instanceof Error ? error.name : 'no error',
  });
}

/** The details name the first item only, for the list may have thousands. */
function unreadableProblem({ issues: [issue] }: ZodError, host: string): Problem {
  return {
    kind: 'unexpected-answer',
    message: `${host} answered with a list that Azimuth can't read; what was known stays. Try again later. If that does not help, report it with the details.`,
    detail: `${host}: ${issue?.path.join('.')}: ${issue?.message}`,
    remedy: { kind: 'retry' },
  };
}

function statusProblem(error: RestError, status: number, host: string): Problem {
  const isJson = error.response?.headers.get('content-type')?.includes('json') ?? false;
  if (status < 300 || (!isJson && status < 500)) {
    return networkProblem({
      kind: 'unexpected-answer',
      host,
      reason: `status ${status}`,
    });
  }
  const facts = {
    ...(error.code === undefined ? {} : { code: error.code }),
    detail: error.message,
    ...correlation(error),
  };
  if (status === 401) {
    const claims = challengeOf(error);
    return {
      ...facts,
      ...(claims === undefined ? {} : { claims }),
      kind: 'sign-in-again',
      message: "Azure refused this tenant's token. Sign in to the tenant again.",
      remedy: { kind: 'sign-in' },
    };
  }
  if (status === 403) {
    return {
      ...facts,
      kind: 'forbidden',
      message: 'You may not list the subscriptions of this tenant.',
      remedy: { kind: 'contact-admin' },
    };
  }
  if (status === 429) {
    return {
      ...facts,
      kind: 'throttled',
      message: 'Azure asks to wait: too many requests in a short time. Try again in a minute.',
      remedy: { kind: 'retry' },
    };
  }
  return {
    ...facts,
    kind: 'service-error',
    message: 'Azure Resource Manager has a passing problem. Try again in a moment.',
    remedy: { kind: 'retry' },
  };
}

/**
 * The claims that ARM wants. The SDK has already answered them with a fresh token; that they are here again means that
 * only the person can give what is missing (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
function challengeOf(error: RestError): string | undefined {
  const header = error.response?.headers.get('www-authenticate') ?? '';
  const [, encoded] = /\bclaims="([^"]+)"/.exec(header) ?? [];
  const read = encoded === undefined ? undefined : readClaimsRequest(encoded);
  return read?.ok === true ? read.claims : undefined;
}

function correlation(error: RestError): { correlationId?: string } {
  const id = error.response?.headers.get('x-ms-correlation-request-id');
  return id ? { correlationId: id } : {};
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && !chain.includes(at); at = at.cause) chain.push(at);
  return chain;
}
