import { createPublicKey } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import type {
  Application,
  CertificateCredential,
  FederatedCredential,
  Tenant,
} from '../../directory/model.ts';
import type { World } from '../../world.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

interface Unverified {
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

function decode(assertion: string): Unverified | Refusal {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    return refuse(9002313);
  }
}

function validRange(world: World, claims: JWTPayload): Refusal | undefined {
  const now = world.clock.seconds();
  const { nbf = 0, exp = 0 } = claims;
  if (now < nbf - 300 || now > exp + 300) {
    const date = (seconds: number): string => new Date(seconds * 1000).toISOString();
    return refuse(700024, { now: date(now), notBefore: date(nbf), expiry: date(exp) });
  }
  return undefined;
}

const hexOf = (base64url: unknown): string =>
  typeof base64url === 'string'
    ? Buffer.from(base64url, 'base64url').toString('hex').toUpperCase()
    : '';

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
async function checkCertificate(
  world: World,
  credential: CertificateCredential,
  application: Application,
  tenant: Tenant,
  assertion: string,
  origin: string,
): Promise<Refusal | undefined> {
  const decoded = decode(assertion);
  if (isRefusal(decoded)) return decoded;
  const { header, claims } = decoded;
  const sha1 = hexOf(header['x5t']);
  const sha256 = hexOf(header['x5t#S256']);
  const registered =
    sha256 === '' ? sha1 === credential.thumbprint : sha256 === credential.thumbprintSha256;
  const unknown = (reason: string): Refusal =>
    refuse(700027, { reason, thumbprint: sha256 || sha1 });
  if (!registered) return unknown('The key was not found.');
  const range = validRange(world, claims);
  if (range) return range;
  const endpoint = `${origin}/${tenant.id}/oauth2/v2.0/token`;
  const audiences = [
    endpoint,
    ...tenant.domains.map((name) => `${origin}/${name}/oauth2/v2.0/token`),
    `${origin}/${tenant.id}/v2.0`,
  ];
  const audience = String(claims.aud);
  if (!audiences.includes(audience)) return refuse(700023, { expected: endpoint, audience });
  if (claims.iss !== application.id || claims.sub !== application.id) return refuse(9002313);
  try {
    await jwtVerify(assertion, createPublicKey(credential.certificate), {
      algorithms: ['RS256', 'PS256'],
      currentDate: new Date(world.clock.now()),
      clockTolerance: 300,
    });
    return undefined;
  } catch {
    return unknown('The signature does not fit.');
  }
}

/**
 * A token of another identity provider. Its keys are this cloud's own (`Cloud.federatedToken` makes
 * one), since loopback has no GitHub.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
async function checkFederated(
  world: World,
  credential: FederatedCredential,
  assertion: string,
): Promise<Refusal | undefined> {
  const decoded = decode(assertion);
  if (isRefusal(decoded)) return decoded;
  const { iss: issuer = '', sub: subject = '', aud } = decoded.claims;
  const audience = String(aud);
  const matches =
    issuer === credential.issuer &&
    subject === credential.subject &&
    audience === credential.audience;
  if (!matches) return refuse(70021, { issuer, subject, audience });
  const range = validRange(world, decoded.claims);
  if (range) return range;
  try {
    await jwtVerify(assertion, world.signingKeys.publicKey, {
      currentDate: new Date(world.clock.now()),
      clockTolerance: 300,
    });
    return undefined;
  } catch (error) {
    const thumbprint = String(decoded.header.kid);
    const reason = error instanceof errors.JOSEError ? error.code : 'The signature does not fit.';
    return refuse(700027, { reason, thumbprint });
  }
}

export async function checkAssertion(
  world: World,
  application: Application,
  tenant: Tenant,
  assertion: string,
  origin: string,
): Promise<Refusal | undefined> {
  const { credential } = application;
  switch (credential.kind) {
    case 'secret': {
      const reason = 'The application has no certificate.';
      return refuse(700027, { reason, thumbprint: '' });
    }
    case 'certificate':
      return checkCertificate(world, credential, application, tenant, assertion, origin);
    case 'federated':
      return checkFederated(world, credential, assertion);
  }
}
