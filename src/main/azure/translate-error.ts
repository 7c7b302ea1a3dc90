import { z } from 'zod';
import type { Problem } from '../../shared/problem.ts';
import type { Explanation, Explanations } from './explanation.ts';
import { explanations } from './aadsts.ts';
import { deviceCodeExplanations, oauthExplanations } from './oauth-errors.ts';
import type { Exchange } from './exchange.ts';
import { networkProblem } from './network-failure.ts';

/** The error body of Entra ID (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1). */
const errorBody = z.object({
  error: z.string(),
  error_description: z.string().default(''),
  error_codes: z.array(z.number()).default([]),
  suberror: z.string().optional(),
  claims: z.string().optional(),
  correlation_id: z.string().optional(),
  trace_id: z.string().optional(),
});

type ErrorBody = z.infer<typeof errorBody>;

/**
 * Turns what MSAL threw into a problem. What was said on the wire wins over MSAL's error, which keeps less of it.
 *
 * @param last the last exchange that the call made, if it made one
 * @param meanings what Entra ID's numbers mean to whom was refused
 */
export function translateError(
  error: unknown,
  last: Exchange | undefined,
  meanings: Explanations = explanations,
): Problem {
  if (last?.kind === 'failed') return networkProblem(last.failure);
  const refused = last?.kind === 'refused' ? last : undefined;
  const body = errorBody.safeParse(refused?.body);
  if (body.success) return refusal(body.data, refused?.status, meanings);
  if (error instanceof Error) return refusal(fromError(error), refused?.status, meanings);
  return refusal(
    { error: 'unknown', error_description: '', error_codes: [] },
    refused?.status,
    meanings,
  );
}

function refusal(body: ErrorBody, status: number | undefined, meanings: Explanations): Problem {
  const number = body.error_codes[0] ?? numberIn(body.error_description);
  const explanation = explain(body, number, status, meanings);
  return {
    kind: explanation.kind,
    message: explanation.message,
    ...(explanation.remedy === undefined ? {} : { remedy: { kind: explanation.remedy } }),
    ...(explanation.field === undefined ? {} : { field: explanation.field }),
    ...(number === undefined ? { code: body.error } : { code: `AADSTS${number}` }),
    ...present('detail', body.error_description),
    ...sessionAge(number, body.error_description),
    ...present('claims', body.claims),
    ...present('correlationId', body.correlation_id ?? idIn(body.error_description, 'Correlation')),
    ...present('traceId', body.trace_id ?? idIn(body.error_description, 'Trace')),
  };
}

/** AADSTS70043 says in words how many seconds a sign-in may be old. */
function sessionAge(number: number | undefined, text: string): Pick<Problem, 'sessionAge'> {
  if (number !== 70_043 && number !== 70_044) return {};
  const [, seconds] = /maximum allowed lifetime for this request is (\d+)/.exec(text) ?? [];
  return seconds === undefined ? {} : { sessionAge: Number(seconds) * 1_000 };
}

function explain(
  body: ErrorBody,
  number: number | undefined,
  status: number | undefined,
  meanings: Explanations,
): Explanation {
  const known =
    deviceCodeExplanations[body.error] ??
    (number === undefined ? undefined : meanings[number]) ??
    oauthExplanations[body.error];
  if (known) return known;
  if (status === 429) {
    return {
      kind: 'throttled',
      message: 'Entra ID asks to wait a moment. Try again.',
      remedy: 'retry',
    };
  }
  if (status !== undefined && status >= 500) {
    return {
      kind: 'service-error',
      message: 'Entra ID has a passing problem. Try again.',
      remedy: 'retry',
    };
  }
  return {
    kind: 'unexpected',
    message:
      status === undefined
        ? 'The request could not be made. The details say why.'
        : 'Entra ID refused the request. The details say why, in its own words.',
    remedy: 'retry',
  };
}

/** MSAL's error in the shape of an answer: its code is OAuth's word, its message holds the description. */
function fromError(error: Error): ErrorBody {
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    error: text('errorCode') ?? error.name,
    error_description: text('errorMessage') ?? error.message,
    error_codes: [],
    claims: text('claims'),
    correlation_id: text('correlationId'),
  };
}

function numberIn(text: string): number | undefined {
  const [, digits] = /AADSTS(\d+)/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function idIn(text: string, name: 'Trace' | 'Correlation'): string | undefined {
  return new RegExp(`${name} ID: ([0-9a-f-]{36})`, 'i').exec(text)?.[1];
}

function present<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { [P in K]: string });
}
