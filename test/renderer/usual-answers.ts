import type { CommandAnswers, CommandName } from '../../src/shared/contract.ts';
import { alice, contoso, production } from './directory-fixture.ts';

const account = { accountKey: alice.key };
const shim = { folder: '/home/alice/.config/Azimuth/shim', installed: false };

const promised: CommandAnswers = {
  'sign-in': account,
  'sign-in-service-principal': account,
  'create-context': { contextId: 'context-9' },
  'find-managed-identity': { source: 'imds' },
  'sign-in-managed-identity': account,
  'issue-token': {
    id: 'token-9',
    audience: { kind: 'known', id: 'resource-manager' },
    accountKey: alice.key,
    username: alice.username,
    tenantId: contoso.tenantId,
    subscriptionId: production.subscriptionId,
    scopes: ['https://management.core.windows.net//.default'],
    issuedAt: 0,
    expiresAt: 3_600_000,
  },
  'reveal-token': 'the text of a token',
  'read-claims': {},
  'export-activity': { saved: true },
  'read-secret-places': {
    folder: '/home/alice/.config/Azimuth',
    places: [
      { kind: 'key', files: ['vault.key'] },
      { kind: 'msal-cache', files: ['msal-cache.vault', 'msal-cache.vault.previous'] },
      { kind: 'log', files: ['logs/azimuth.log'] },
    ],
  },
  'create-grant': { grantId: 'grant-9' },
  'read-shim': shim,
  'set-shim': { ...shim, installed: true },
};

const answers: Partial<Record<CommandName, unknown>> = promised;

/** What main answers when all is well: what the contract promises, else nothing. */
export const usualAnswer = (name: CommandName): unknown => answers[name] ?? null;
