import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { formatDate } from '../../shared/format.ts';
import type { CredentialInput } from '../../shared/service-principal.ts';
import { readPem } from './read-pem.ts';
import { readPfx } from './read-pfx.ts';
import type { Credential } from './service-principal.ts';

/** Makes of what a person typed or chose what can be used. */
export async function readCredential(
  input: CredentialInput,
  now: number,
): Promise<Result<Credential>> {
  if (input.kind !== 'certificate') return succeed(input);
  const { format, content, password, sendChain } = input;
  const read =
    format === 'pem'
      ? readPem(content, password)
      : await readPfx(Buffer.from(content, 'base64'), password);
  if (!read.ok) return read;
  if (read.value.expiresAt <= now) return fail(expired(read.value.expiresAt));
  return succeed({ kind: 'certificate', sendChain, ...read.value });
}

const expired = (at: number): Problem => ({
  kind: 'invalid-input',
  message: `This certificate expired on ${formatDate(at)}. Use a new one.`,
  field: 'credential',
});
