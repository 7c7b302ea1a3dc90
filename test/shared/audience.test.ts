import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/shared/audience.ts';
import {
  audienceIds,
  audienceLabel,
  audienceNames,
  audienceScopes,
} from '../../src/shared/audience.ts';
import type { Cloud } from '../../src/shared/cloud.ts';
import { clouds } from '../../src/shared/cloud.ts';

const scopesIn = (name: string): readonly string[] => {
  const cloud = clouds.find((one) => one.name === name) as Cloud;
  return audienceIds.flatMap((id) => audienceScopes({ kind: 'known', id }, cloud));
};

describe('the scopes of an audience', () => {
  test('are those that Azure asks for in its public cloud', () => {
    expect(scopesIn('AzureCloud')).toEqual([
      'https://management.core.windows.net//.default',
      'https://graph.microsoft.com/.default',
      'https://vault.azure.net/.default',
      'https://storage.azure.com/.default',
      'https://database.windows.net/.default',
      '499b84ac-1321-427f-aa17-267ca6975798/.default',
      'https://api.loganalytics.io/.default',
      'https://servicebus.azure.net/.default',
      'https://ossrdbms-aad.database.windows.net/.default',
    ]);
  });

  test("follow the cloud where the service has a cloud's own address", () => {
    expect(scopesIn('AzureChinaCloud').slice(0, 5)).toEqual([
      'https://management.core.chinacloudapi.cn//.default',
      'https://microsoftgraph.chinacloudapi.cn/.default',
      'https://vault.azure.cn/.default',
      'https://storage.azure.com/.default',
      'https://database.chinacloudapi.cn/.default',
    ]);
  });

  test.each<[Audience, readonly string[]]>([
    [{ kind: 'resource', resource: 'api://app' }, ['api://app/.default']],
    [{ kind: 'resource', resource: 'https://a.example/' }, ['https://a.example//.default']],
    [{ kind: 'scopes', scopes: ['User.Read', 'Mail.Read'] }, ['User.Read', 'Mail.Read']],
  ])('of %j are taken to the letter', (audience, scopes) => {
    expect(audienceScopes(audience, clouds[0] as Cloud)).toEqual(scopes);
  });
});

describe('the label of an audience', () => {
  test.each<[Audience, string]>([
    [{ kind: 'known', id: 'devops' }, 'Azure DevOps'],
    [{ kind: 'resource', resource: 'api://app' }, 'api://app'],
    [{ kind: 'scopes', scopes: ['User.Read', 'Mail.Read'] }, 'User.Read Mail.Read'],
  ])('of %j is %s', (audience, label) => {
    expect(audienceLabel(audience)).toBe(label);
  });

  test('is different for each service', () => {
    const labels = audienceIds.map((id) => audienceNames[id]);

    expect(new Set(labels).size).toBe(labels.length);
  });
});
