import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CredentialInput, ServicePrincipalInput } from '../../shared/service-principal.ts';
import { largestCredentialFile, servicePrincipalSchema } from '../../shared/service-principal.ts';
import type { CommandContext } from './command.ts';

/** The options of `login --service-principal`. */
export interface ServicePrincipalOptions {
  readonly username: string | undefined;
  readonly tenant: string | undefined;
  readonly password: string | undefined;
  readonly certificate: string | undefined;
  readonly useCertSnIssuer: boolean;
  readonly federatedToken: string | undefined;
}

export type ReadInput =
  | { readonly kind: 'input'; readonly input: ServicePrincipalInput }
  | { readonly kind: 'complaint'; readonly complaint: string };

const complain = (complaint: string): ReadInput => ({ kind: 'complaint', complaint });

/**
 * Reads who signs in and with what. A secret that is missing, or `-`, is asked for: it comes from the terminal or from
 * stdin, so that it need not be in the shell's history and the process list.
 */
export async function readServicePrincipal(
  options: ServicePrincipalOptions,
  { terminal, line }: Pick<CommandContext, 'terminal' | 'line'>,
): Promise<ReadInput> {
  const { username, tenant, password, certificate, federatedToken } = options;
  if (username === undefined || tenant === undefined) {
    return complain('usage error: --service-principal --username CLIENT_ID --tenant TENANT');
  }
  if (federatedToken !== undefined && (certificate !== undefined || password !== undefined)) {
    return complain('usage error: --federated-token | --password SECRET | --certificate FILE');
  }
  // Nobody types a secret for a client ID that is none.
  const who = servicePrincipalSchema.omit({ credential: true });
  const named = who.safeParse({ clientId: username, tenant });
  if (!named.success) return complain(named.error.issues[0]?.message ?? 'Invalid input');
  const typed = async (prompt: string): Promise<string> =>
    password === undefined || password === '-' ? terminal.ask(prompt) : password;
  let credential: CredentialInput;
  if (federatedToken !== undefined) {
    credential = { kind: 'federated-token', token: federatedToken };
  } else if (certificate === undefined) {
    credential = { kind: 'secret', secret: await typed('Secret: ') };
  } else {
    const file = await readFileOf(certificate, line.folder);
    if (!file) return complain(`The certificate file '${certificate}' can not be read.`);
    const isPfx = file[0] === derSequence;
    credential = {
      kind: 'certificate',
      format: isPfx ? 'pfx' : 'pem',
      content: file.toString(isPfx ? 'base64' : 'utf8'),
      ...(password === undefined ? {} : { password: await typed('Password of the certificate: ') }),
      sendChain: options.useCertSnIssuer,
    };
  }
  const checked = servicePrincipalSchema.safeParse({ clientId: username, tenant, credential });
  if (checked.success) return { kind: 'input', input: checked.data };
  return complain(checked.error.issues[0]?.message ?? 'Invalid input');
}

/** How a PFX begins, and no PEM text does (https://www.rfc-editor.org/rfc/rfc7292#section-4). */
const derSequence = 0x30;

/** A file of the person's own, named from the folder of their terminal. */
async function readFileOf(path: string, folder: string | undefined): Promise<Buffer | undefined> {
  try {
    const file = await open(resolve(folder ?? '/', path), 'r');
    try {
      // More than may be: what is longer is refused by the schema, and not read to its end.
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(largestCredentialFile * 2),
      });
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
