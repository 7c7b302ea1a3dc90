import { createHash } from 'node:crypto';
import type { SelfSigned } from '../certificate.ts';
import { subscriptions, tenants } from './contoso.ts';
import { identifierOf } from './identifier.ts';
import { managedIdentities } from './managed-identities.ts';
import type { Application, ApplicationCredential, Subscription, Tenant } from './model.ts';

function application<Credential extends ApplicationCredential>(
  displayName: string,
  tenant: Tenant,
  credential: Credential,
): Application<Credential> {
  return {
    id: identifierOf(`application ${displayName}`),
    displayName,
    tenant: tenant.id,
    objectId: identifierOf(`service principal ${displayName}`),
    credential,
  };
}

/** The service principals, one for each way to prove who one is. */
export function createApplications(pipeline: SelfSigned) {
  return {
    contosoDeploy: application('contoso-deploy', tenants.contoso, {
      kind: 'secret',
      secret: 'Hk48Q~simulated.secret.of.contoso-deploy.1',
    }),
    contosoNightly: application('contoso-nightly', tenants.contoso, {
      kind: 'secret',
      secret: 'Zq07Q~simulated.secret.of.contoso-nightly.2',
      expired: true,
    }),
    fabrikamPipeline: application('fabrikam-pipeline', tenants.fabrikam, {
      kind: 'certificate',
      certificate: pipeline.certificate,
      privateKey: pipeline.privateKey,
      thumbprint: createHash('sha1').update(pipeline.der).digest('hex').toUpperCase(),
      thumbprintSha256: createHash('sha256').update(pipeline.der).digest('hex').toUpperCase(),
    }),
    prosewareWorkflow: application('proseware-workflow', tenants.proseware, {
      kind: 'federated',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:proseware/studio:ref:refs/heads/main',
      audience: 'api://AzureADTokenExchange',
    }),
  } as const satisfies Record<string, Application>;
}

export type Applications = ReturnType<typeof createApplications>;

/** The built-in subscriptions, with what the applications may see added to what people may. */
export function grantApplications(applications: Applications): readonly Subscription[] {
  const { contosoDeploy, contosoNightly, fabrikamPipeline, prosewareWorkflow } = applications;
  const { buildAgent, reader } = managedIdentities;
  const grants: ReadonlyMap<string, readonly { readonly id: string }[]> = new Map([
    [subscriptions.contosoProduction.id, [contosoDeploy, contosoNightly]],
    [subscriptions.contosoDevelopment.id, [contosoDeploy, buildAgent, reader]],
    [subscriptions.contosoSharedServices.id, [reader]],
    [subscriptions.fabrikamProduction.id, [fabrikamPipeline]],
    [subscriptions.prosewareStudio.id, [prosewareWorkflow]],
  ]);
  return Object.values<Subscription>(subscriptions).map((subscription) => {
    const granted = grants.get(subscription.id)?.map((each) => each.id) ?? [];
    const home = subscription.access[subscription.homeTenant] ?? [];
    return {
      ...subscription,
      access: { ...subscription.access, [subscription.homeTenant]: [...home, ...granted] },
    };
  });
}
