import type { Application, ApplicationCredential } from './model.ts';

/**
 * What applications prove themselves with, for the search for leaks: secrets, and the lines of private keys, which stay
 * whole however the key is wrapped.
 */
export function applicationSecrets(
  applications: Readonly<Record<string, Application>>,
): readonly string[] {
  return Object.values(applications).flatMap(({ credential }) => secretsOf(credential));
}

function secretsOf(credential: ApplicationCredential): readonly string[] {
  switch (credential.kind) {
    case 'secret':
      return [credential.secret];
    case 'certificate':
      return credential.privateKey.split('\n').filter((line) => /^[\w+/]{60,}$/.test(line));
    case 'federated':
      return [];
  }
}
