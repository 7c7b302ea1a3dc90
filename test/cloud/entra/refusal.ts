import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { errorTable, type ErrorCode } from './error-table.ts';

/** A "no" of Entra ID's, before it is written down for a client. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;
  /** A claims challenge for the next interactive try, as JSON text. */
  readonly claims?: string;
}

/** `{name}` in the code's text is filled in from `details`. */
export function refuse(
  code: ErrorCode,
  details: Readonly<Record<string, string>> = {},
  claims?: string,
): Refusal {
  return { kind: 'refusal', code, details, ...(claims === undefined ? {} : { claims }) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
}

/** "2026-11-22 14:29:21Z", the way Entra writes time in errors. */
export function errorTimestamp(clock: Clock): string {
  return `${new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** "AADSTS50034: The user account … does not exist …", without the trace. */
export function refusalText(refusal: Refusal): string {
  const text = errorTable[refusal.code].text.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => refusal.details[name] ?? whole,
  );
  return `AADSTS${refusal.code}: ${text}`;
}

/** The `error` values of OAuth 2.0 for this refusal. */
export function refusalError(refusal: Refusal): string {
  return errorTable[refusal.code].error;
}

export interface ErrorContext {
  readonly clock: Clock;
  readonly origin: string;
  /** The client's `client-request-id`, echoed. */
  readonly correlationId: string;
}

/** Entra's answer of a token endpoint that refuses. */
export interface ErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

/**
 * The JSON that the token, device-code and discovery endpoints answer with.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1
 */
export function errorBody(refusal: Refusal, context: ErrorContext): ErrorBody {
  const row = errorTable[refusal.code];
  const trace = randomUUID();
  const timestamp = errorTimestamp(context.clock);
  return {
    error: row.error,
    error_description:
      `${refusalText(refusal)} Trace ID: ${trace} ` +
      `Correlation ID: ${context.correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.code],
    timestamp,
    trace_id: trace,
    correlation_id: context.correlationId,
    error_uri: `${context.origin}/error?code=${refusal.code}`,
    ...('suberror' in row ? { suberror: row.suberror } : {}),
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  };
}

export function refusalStatus(refusal: Refusal): 400 | 401 {
  const row = errorTable[refusal.code];
  return 'status' in row ? row.status : 400;
}
