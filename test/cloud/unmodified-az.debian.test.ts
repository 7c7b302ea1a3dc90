import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AzRun, AzureCli } from './azure-cli.ts';
import { withAzureCli } from './azure-cli.ts';
import { enterCode } from './enter-code.ts';
import type { Cloud } from './start.ts';

const accountSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    state: z.string(),
    tenantId: z.string(),
    homeTenantId: z.string(),
    managedByTenants: z.array(z.object({ tenantId: z.string() })),
    user: z.object({ name: z.string(), type: z.literal('user') }),
  }),
);
const tokenSchema = z.object({ accessToken: z.string(), tenant: z.string() });

function expectSuccess({ code, stderr }: AzRun): void {
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) as string });
}

async function signInAsPerson(az: AzureCli, cloud: Cloud): Promise<void> {
  const { users, tenants, subscriptions } = cloud.directory;
  let entered: Promise<void> | undefined;
  const login = await az.run(['login', '--use-device-code', '-o', 'none'], (notice) => {
    const code = /enter the code (\w+) to authenticate/.exec(notice)?.[1];
    if (code !== undefined) entered ??= enterCode(cloud, code, users.adele);
  });
  await entered;
  expectSuccess(login);
  expect(login.stderr).toContain('the page https://microsoft.com/devicelogin');
  expect(login.stderr).toContain("'Woodgrove Bank' due to error 'AADSTS53003");
  expect(login.stderr).toMatch(/require Multi-Factor Authentication .*\n.*'Tailwind Traders'/);
  expect(login.stderr).toMatch(/contain accessible subscriptions.*\n.*'Proseware'/);

  const list = await az.run(['account', 'list', '--all', '-o', 'json']);
  expectSuccess(list);
  const accounts = accountSchema.parse(JSON.parse(list.stdout));
  expect(accounts.map((each) => `${each.name} (${each.state})`)).toEqual([
    'Contoso Production (Enabled)',
    'Contoso Development (Enabled)',
    'Contoso Sandbox (Warned)',
    'Contoso Legacy Datacenter (Disabled)',
    'Contoso Data Platform (Enabled)',
    'Shared Services (Enabled)',
    'Fabrikam Managed Operations (Enabled)',
    'Shared Services (Enabled)',
    '本番環境 (Enabled)',
    'Pay-As-You-Go (PastDue)',
    'Pay-As-You-Go (Enabled)',
  ]);
  expect(accounts[6]).toMatchObject({
    id: subscriptions.fabrikamManagedOperations.id,
    tenantId: tenants.contoso.id,
    homeTenantId: tenants.fabrikam.id,
    managedByTenants: [{ tenantId: tenants.contoso.id }],
    user: { name: users.adele.username, type: 'user' },
  });

  const resource = ['--resource', 'https://vault.azure.net', '--tenant', tenants.northwind.id];
  const minted = await az.run(['account', 'get-access-token', ...resource, '-o', 'json']);
  expectSuccess(minted);
  const { accessToken, tenant } = tokenSchema.parse(JSON.parse(minted.stdout));
  expect(cloud.issued.has(accessToken)).toBe(true);
  expect({ tenant, tid: decodeJwt(accessToken)['tid'], aud: decodeJwt(accessToken).aud }).toEqual({
    tenant: tenants.northwind.id,
    tid: tenants.northwind.id,
    aud: 'https://vault.azure.net',
  });

  const refused = await az.run(['account', 'get-access-token', '--tenant', tenants.tailwind.id]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('ERROR: AADSTS50076: ');
  expect(refused.stderr).toContain('Interactive authentication is needed. Please run:');
}

async function signInAsApplication(az: AzureCli, cloud: Cloud, folder: string): Promise<void> {
  const { id, tenant, credential } = cloud.directory.applications.fabrikamPipeline;
  const pem = join(folder, 'pipeline.pem');
  await writeFile(pem, `${credential.privateKey}\n${credential.certificate}\n`, { mode: 0o600 });
  const who = ['--service-principal', '-u', id, '-p', pem, '--tenant', tenant];
  const login = await az.run(['login', ...who, '-o', 'json']);
  expectSuccess(login);
  expect(JSON.parse(login.stdout)).toMatchObject([
    { name: 'Fabrikam Production', user: { name: id, type: 'servicePrincipal' } },
  ]);
}

test.each([
  ["Debian's az signs in by device code, lists accounts and gets tokens", signInAsPerson],
  ["Debian's az signs in as an application with a certificate", signInAsApplication],
])('%s', (_name, story) => withAzureCli(story), 120_000);
