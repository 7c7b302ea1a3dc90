import { isMac } from '../is-mac.ts';

const always =
  'It is also cleared when Azimuth locks or ends, and after a crash by its next start, unless you have copied something else since.';

/**
 * What is done about clipboard histories here, and what can’t be.
 *
 * @param marksSecrets whether the system took the mark of a secret
 */
export function clipboardWords(userAgent: string, marksSecrets = true): string {
  if (!marksSecrets) {
    return `${always} This system could not be told to keep it out of clipboard histories: a clipboard manager may keep a copy, which Azimuth can’t clear.`;
  }
  if (isMac(userAgent)) {
    return `${always} It is marked as concealed: clipboard managers that honour the mark keep no copy. Universal Clipboard may still offer it to your other Apple devices nearby.`;
  }
  if (userAgent.includes('Windows')) {
    return `${always} It is kept out of the clipboard history (Win+V) and of the sync to other devices. Clipboard managers of others may not honour that.`;
  }
  return `${always} It is marked as a password: Klipper of KDE and managers that honour the mark keep no copy. Others, such as extensions of GNOME, may keep one, which Azimuth can’t clear.`;
}
