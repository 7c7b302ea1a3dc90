/**
 * What must never stand in a log: tokens (JWTs begin with the base64 of `{"`), Entra ID's opaque refresh tokens and codes
 * (they carry their version, `0.` or `1.`, and are long), and the values of protocol parameters that hold secrets, also
 * inside JSON that stands as a string in JSON.
 */
const jwt = /eyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g;
const opaque = /\b[01]\.A[\w-]{20,}(?:\.[\w-]+)*/g;
const parameter =
  /\b(code|device_code|refresh_token|access_token|id_token|client_secret|client_assertion|assertion|password|state|code_verifier)(\\*["']?\s*[=:]\s*)(?:(\\*")(?:(?!(?<!\\)\3).)*|(\\*')(?:(?!(?<!\\)\4).)*|[^\s"'&,}\\]+)/gi;
const longRun = /[A-Za-z0-9+/_-]{64,}={0,2}/g;

export function redact(text: string): string {
  return text
    .replace(jwt, '[token]')
    .replace(opaque, '[token]')
    .replace(parameter, '$1$2$3$4[redacted]')
    .replace(longRun, '[redacted]');
}
