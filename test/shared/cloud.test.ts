import { describe, expect, test } from 'vitest';
import { clouds, customCloud, customCloudSchema, defaultClientId } from '../../src/shared/cloud.ts';

describe('the published clouds', () => {
  test.each(clouds)('$name has origins without a trailing slash', (cloud) => {
    const { authority, resourceManager, graph, sqlDatabase, ossDatabases, portal } = cloud;
    for (const address of [authority, resourceManager, graph, sqlDatabase, ossDatabases, portal]) {
      expect(address).toBe(new URL(address).origin);
      expect(address).toMatch(/^https:/);
    }
  });

  test.each(clouds)("$name keeps the slash of ARM's audience, as Azure CLI has it", (cloud) => {
    expect(cloud.audience).toMatch(/^https:\/\/[a-z.]+\/$/);
  });

  test('share no address', () => {
    const addresses = clouds.flatMap(({ authority, resourceManager, audience, graph, portal }) => [
      authority,
      resourceManager,
      audience,
      graph,
      portal,
    ]);

    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('a cloud of your own', () => {
  const stack = {
    name: 'Stack',
    authority: 'https://login.stack.example///',
    resourceManager: 'https://management.stack.example/',
    audience: 'https://management.stack.example/abc/',
  };

  test('loses the slashes of its addresses and keeps that of its audience', () => {
    expect(customCloud(customCloudSchema.parse(stack))).toMatchObject({
      displayName: 'Stack',
      authority: 'https://login.stack.example',
      resourceManager: 'https://management.stack.example',
      audience: 'https://management.stack.example/abc/',
      clientId: defaultClientId,
    });
  });

  test.each([
    ['name', ''],
    ['authority', 'http://login.stack.example'],
    ['authority', 'login.stack.example'],
    ['resourceManager', 'ftp://management.stack.example'],
    ['audience', ''],
    ['portal', 'javascript:alert(1)'],
    ['clientId', 'not-an-id'],
  ])('whose %s is %j is refused', (field, value) => {
    expect(customCloudSchema.safeParse({ ...stack, [field]: value }).success).toBe(false);
  });
});
