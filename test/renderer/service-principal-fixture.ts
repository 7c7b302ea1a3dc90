import type { Account } from '../../src/shared/model.ts';
import { accountKeyOf } from '../../src/shared/model.ts';
import { alice, guid } from './directory-fixture.ts';

const day = 24 * 60 * 60 * 1_000;

/** A service principal whose certificate ends in so many days from now, or ended. */
export function pipeline(days: number): Account {
  const clientId = guid('5c', 1);
  const homeAccountId = `service-principal:${clientId}.${alice.homeTenantId}`;
  return {
    kind: 'service-principal',
    key: accountKeyOf('AzureCloud', homeAccountId),
    cloud: 'AzureCloud',
    homeAccountId,
    homeTenantId: alice.homeTenantId,
    username: clientId,
    displayName: 'contoso-pipeline',
    session: { kind: 'active' },
    credential: {
      kind: 'certificate',
      thumbprint: 'AB'.repeat(32),
      expiresAt: Date.now() + days * day,
    },
  };
}

/** A service principal without a label, whose secret is refused. */
export function nightly(): Account {
  const clientId = guid('5c', 2);
  const homeAccountId = `service-principal:${clientId}.${alice.homeTenantId}`;
  const key = accountKeyOf('AzureCloud', homeAccountId);
  return {
    ...pipeline(90),
    key,
    homeAccountId,
    username: clientId,
    displayName: clientId,
    credential: { kind: 'secret' },
    session: {
      kind: 'ended',
      problem: {
        kind: 'bad-client-credential',
        message: 'The secret expired. Create a new one.',
        code: 'AADSTS7000222',
        remedy: { kind: 'replace-credential', accountKey: key },
      },
    },
  };
}
