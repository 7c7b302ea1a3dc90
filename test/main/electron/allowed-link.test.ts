import { expect, test } from 'vitest';
import { isAllowedLink } from '../../../src/main/electron/allowed-link.ts';
import { customCloud, publicCloud } from '../../../src/shared/cloud.ts';

const stack = customCloud({
  name: 'Stack',
  authority: 'https://login.stack.example:8443',
  resourceManager: 'https://management.stack.example',
  audience: 'https://management.stack.example/',
});

test.each([
  ['https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?state=x', true],
  ['https://portal.azure.com/#@tenant/resource', true],
  ['https://microsoft.com/devicelogin', true],
  ['http://login.microsoftonline.com/', false],
  ['https://login.microsoftonline.com.evil.example/', false],
  ['https://login.microsoftonline.com:8443/', false],
  ['https://somebody@login.microsoftonline.com/', false],
  ['https://somebody:secret@login.microsoftonline.com/', false],
  ['https://management.azure.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['ms-settings:', false],
  ['no address', false],
])('%s in the public cloud: %s', (address, allowed) => {
  expect(isAllowedLink(address, [publicCloud])).toBe(allowed);
});

test('a custom cloud has its own hosts, port included', () => {
  expect(
    [
      'https://login.stack.example:8443/common',
      'https://login.stack.example/common',
      'https://login.microsoftonline.com/',
    ].map((address) => isAllowedLink(address, [stack])),
  ).toEqual([true, false, false]);
});
