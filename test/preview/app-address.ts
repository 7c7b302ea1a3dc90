/**
 * Chromium cannot be taught the scheme `app:` from outside, so the page of `app://azimuth/…` lives at
 * `https://azimuth.preview/…`: a secure origin that no name server knows (`.preview` is not a
 * top-level domain) and that never reaches the network. The app itself only ever sees `app://`.
 */
const scheme = 'app:';
const suffix = '.preview';

/** `app://azimuth/a?b#c` → `https://azimuth.preview/a?b#c`; any other address is left alone. */
export function toPageAddress(url: string): string {
  if (!url.startsWith(`${scheme}//`)) return url;
  const [, host = '', rest = ''] = /^app:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  return `https://${host}${suffix}${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** `https://azimuth.preview/a` → `app://azimuth/a`; any other address is left alone. */
export function toAppAddress(url: string): string {
  const [, host, rest = ''] = /^https:\/\/([^/?#@:]+)\.preview(?=[/?#]|$)(.*)$/s.exec(url) ?? [];
  return host === undefined ? url : `${scheme}//${host}${rest}`;
}

/** The origin as Electron reports it for a standard scheme; `null` for an opaque one. */
export function appOrigin(url: string): string {
  const address = toAppAddress(url);
  const [origin] = /^app:\/\/[^/?#]+/.exec(address) ?? [];
  if (origin !== undefined) return origin;
  return URL.canParse(address) ? new URL(address).origin : 'null';
}
