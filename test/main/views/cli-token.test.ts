import { expect, test } from 'vitest';
import { accessTokenAnswer } from '../../../src/main/views/cli-token.ts';

const token = { accessToken: 'T', expiresAt: 1_795_357_761_999, tenant: 'contoso.com' };

test('expiresOn is local time with six decimals, expires_on a number; a tenant has no subscription', () => {
  expect(accessTokenAnswer(token, 'America/New_York').value).toEqual({
    accessToken: 'T',
    expiresOn: '2026-11-22 09:29:21.000000',
    expires_on: 1_795_357_761,
    tenant: 'contoso.com',
    tokenType: 'Bearer',
  });
});

test('a TZ that is a rule or a file falls back to the zone of this computer', () => {
  const here = accessTokenAnswer(token).value;
  expect([
    accessTokenAnswer(token, 'CET-1CEST,M3.5.0,M10.5.0').value,
    accessTokenAnswer(token, ':/etc/localtime').value,
    accessTokenAnswer(token, '').value,
  ]).toEqual([here, here, here]);
});
