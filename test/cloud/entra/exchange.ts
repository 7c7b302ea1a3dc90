import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

/** `https://host[:port]` as the client calls this server; every URL in an answer begins with it. */
export function originOf(context: Context): string {
  return `https://${context.req.header('host') ?? 'localhost'}`;
}

const correlation = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The client's correlation id, from the header or the form, or a new one. */
export function correlationOf(context: Context, form?: URLSearchParams): string {
  const sent = context.req.header('client-request-id') ?? form?.get('client-request-id') ?? '';
  return correlation.test(sent) ? sent : randomUUID();
}
