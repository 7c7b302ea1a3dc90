import { largestCredentialFile } from '../../shared/service-principal.ts';

/** A file that a person chose, as it goes to main. */
export interface KeyFile {
  readonly name: string;
  readonly format: 'pem' | 'pfx';
  /** The text of a PEM file, or a PFX in base64. */
  readonly content: string;
}

export type ReadKeyFile =
  | { readonly kind: 'file'; readonly file: KeyFile }
  | { readonly kind: 'complaint'; readonly complaint: string };

/** How a PFX begins, and no PEM text does (https://www.rfc-editor.org/rfc/rfc7292#section-4). */
const derSequence = 0x30;

export async function readKeyFile(
  chosen: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<ReadKeyFile> {
  if (chosen.size > largestCredentialFile) {
    return { kind: 'complaint', complaint: 'That is too long to be one: at most 100 kB.' };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await chosen.arrayBuffer());
  } catch {
    return { kind: 'complaint', complaint: 'The file can not be read.' };
  }
  const { name } = chosen;
  if (bytes[0] !== derSequence) {
    return {
      kind: 'file',
      file: { name, format: 'pem', content: new TextDecoder().decode(bytes) },
    };
  }
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { kind: 'file', file: { name, format: 'pfx', content: btoa(characters) } };
}
