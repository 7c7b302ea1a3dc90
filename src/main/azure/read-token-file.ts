import { open } from 'node:fs/promises';
import { largestCredentialFile } from '../../shared/service-principal.ts';
import { Refusal } from './refusal.ts';

/**
 * The federated token in a file that something else keeps fresh, such as Kubernetes
 * (https://azure.github.io/azure-workload-identity/docs/). It is read for each request, so the newest one counts.
 *
 * @throws Refusal when there is none
 */
export async function readTokenFile(path: string): Promise<string> {
  const text = await readStart(path).catch((error: unknown) => {
    throw refusal(`The file of the federated token can not be read: ${path}.`, error);
  });
  const token = text.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  throw refusal(`There is no federated token in the file ${path}.`);
}

/** No more than a token can have: the path might lead to anything. */
async function readStart(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(largestCredentialFile) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

const refusal = (message: string, error?: unknown): Refusal =>
  new Refusal({
    kind: 'bad-client-credential',
    message,
    remedy: { kind: 'replace-credential' },
    field: 'credential',
    ...(error instanceof Error ? { detail: error.message } : {}),
  });
