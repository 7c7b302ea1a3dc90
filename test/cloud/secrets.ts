import { randomBytes, randomInt } from 'node:crypto';

/** Everything secret that this cloud handed out, so that tests can search files and logs for it. */
export interface Secrets {
  readonly issued: ReadonlySet<string>;
  readonly userCodes: ReadonlySet<string>;
  /** Notes a secret that was made elsewhere (a signed token), and gives it back. */
  note(secret: string): string;
  /** An opaque secret in the shape of Entra's: a versioned prefix and URL-safe Base64. */
  create(prefix: string, bytes?: number): string;
  /** Nine characters without look-alikes, as people type them on the device page. */
  createUserCode(): string;
}

const userCodeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function createSecrets(): Secrets {
  const issued = new Set<string>();
  const userCodes = new Set<string>();
  const note = (secret: string): string => {
    issued.add(secret);
    return secret;
  };
  return {
    issued,
    userCodes,
    note,
    create: (prefix, bytes = 96) => note(prefix + randomBytes(bytes).toString('base64url')),
    createUserCode: () => {
      const letters = Array.from({ length: 9 }, () =>
        userCodeAlphabet.charAt(randomInt(userCodeAlphabet.length)),
      );
      const code = letters.join('');
      userCodes.add(code);
      return code;
    },
  };
}
