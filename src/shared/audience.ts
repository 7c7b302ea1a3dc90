import type { Cloud } from './cloud.ts';

/** The services that people mint tokens for, in the order of the picker. */
export const audienceIds = [
  'resource-manager',
  'graph',
  'key-vault',
  'storage',
  'sql',
  'devops',
  'log-analytics',
  'service-bus',
  'oss-databases',
] as const;

export type AudienceId = (typeof audienceIds)[number];

/** What a token is asked for: a service we know, the address of any other, or scopes word for word. */
export type Audience =
  | { readonly kind: 'known'; readonly id: AudienceId }
  | { readonly kind: 'resource'; readonly resource: string }
  | { readonly kind: 'scopes'; readonly scopes: readonly string[] };

export const audienceNames: Readonly<Record<AudienceId, string>> = {
  'resource-manager': 'Azure Resource Manager',
  graph: 'Microsoft Graph',
  'key-vault': 'Key Vault',
  storage: 'Storage',
  sql: 'SQL Database',
  devops: 'Azure DevOps',
  'log-analytics': 'Log Analytics',
  'service-bus': 'Service Bus',
  'oss-databases': 'PostgreSQL and MySQL',
};

/** The application id of Azure DevOps, the same in every cloud (https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity). */
const devOpsApplication = '499b84ac-1321-427f-aa17-267ca6975798';

/** The resource address (or application id) of a known audience in a cloud. */
export function audienceResource(id: AudienceId, cloud: Cloud): string {
  switch (id) {
    case 'resource-manager':
      return cloud.audience;
    case 'graph':
      return cloud.graph;
    case 'key-vault':
      return `https://${cloud.keyVaultSuffix}`;
    case 'storage':
      return 'https://storage.azure.com';
    case 'sql':
      return cloud.sqlDatabase;
    case 'devops':
      return devOpsApplication;
    case 'log-analytics':
      return 'https://api.loganalytics.io';
    case 'service-bus':
      return 'https://servicebus.azure.net';
    case 'oss-databases':
      return cloud.ossDatabases;
  }
}

/**
 * The scopes to ask Entra ID for. A resource becomes `RESOURCE/.default`; one that ends in a slash keeps it
 * (`https://management.core.windows.net//.default`), because v1 resources compare their audience to the letter.
 */
export function audienceScopes(audience: Audience, cloud: Cloud): readonly string[] {
  switch (audience.kind) {
    case 'known':
      return [`${audienceResource(audience.id, cloud)}/.default`];
    case 'resource':
      return [`${audience.resource}/.default`];
    case 'scopes':
      return audience.scopes;
  }
}

/** What a person reads for an audience. */
export function audienceLabel(audience: Audience): string {
  switch (audience.kind) {
    case 'known':
      return audienceNames[audience.id];
    case 'resource':
      return audience.resource;
    case 'scopes':
      return audience.scopes.join(' ');
  }
}
