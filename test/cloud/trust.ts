import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Makes this process trust a test certificate authority, for `fetch`, `node:https` and all on top. */
export function trust(certificateAuthority: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificateAuthority]);
}
