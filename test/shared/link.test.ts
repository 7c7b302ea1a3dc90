import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/shared/link.ts';

const id = '5a7e4a00-4b1d-4c8e-9f2a-000000000001';
const manager = { kind: 'known', id: 'resource-manager' };

describe('a link', () => {
  it.each([
    [`azimuth://switch?subscription=${id}`, { kind: 'switch', place: { subscription: id } }],
    [
      `azimuth://switch/?subscription=${id}&tenant=contoso.com&account=ada%40contoso.com`,
      {
        kind: 'switch',
        place: { subscription: id, tenant: 'contoso.com', account: 'ada@contoso.com' },
      },
    ],
    ['azimuth://switch?context=shop%20live', { kind: 'switch', place: { context: 'shop live' } }],
    [
      'azimuth://copy-token?tenant=contoso.com',
      { kind: 'copy-token', place: { tenant: 'contoso.com' }, audience: manager },
    ],
    [
      'azimuth://copy-token?context=live&audience=graph',
      { kind: 'copy-token', place: { context: 'live' }, audience: { kind: 'known', id: 'graph' } },
    ],
    [
      `azimuth://copy-token?subscription=${id}&audience=api%3A%2F%2Fshop`,
      {
        kind: 'copy-token',
        place: { subscription: id },
        audience: { kind: 'resource', resource: 'api://shop' },
      },
    ],
  ])('%s is understood', (address, wish) => {
    expect(readLink(address)).toEqual(wish);
  });

  it.each([
    ['of another scheme', `https://switch?subscription=${id}`],
    ['that is no address', 'azimuth://['],
    ['without an action', `azimuth:?subscription=${id}`],
    ['with a path', `azimuth://switch/../copy-token?subscription=${id}`],
    ['with a name and a password', `azimuth://switch:secret@switch?subscription=${id}`],
    ['with a port', `azimuth://switch:80?subscription=${id}`],
    ['with a fragment', `azimuth://switch?subscription=${id}#x`],
    ['that is endless', `azimuth://switch?context=${'x'.repeat(5_000)}`],
    ['with an action that is none', `azimuth://reveal-token?subscription=${id}`],
    ['with the name of what every object has', `azimuth://constructor?subscription=${id}`],
    ['that runs a command of ours', 'azimuth://wipe'],
    [
      'that says where the token goes',
      `azimuth://copy-token?subscription=${id}&redirect=https://evil.example`,
    ],
    ['that says a thing twice', `azimuth://switch?subscription=${id}&subscription=${id}`],
    ['that leads nowhere', 'azimuth://switch'],
    ['of nothing but an account', 'azimuth://copy-token?account=ada@contoso.com'],
    ['of a context and more', `azimuth://switch?context=live&subscription=${id}`],
    ['to a subscription that is none', 'azimuth://switch?subscription=--lock'],
    ['to a context with markup', 'azimuth://switch?context=%3Cimg%20src%3Dx%3E'],
    ['to a tenant with a control character', 'azimuth://switch?tenant=contoso%00.com'],
    ['to a tenant that turns the writing round', 'azimuth://switch?tenant=%E2%80%AEmoc.osotnoc'],
    [
      'for a service that is none',
      `azimuth://copy-token?subscription=${id}&audience=javascript:alert(1)`,
    ],
    [
      'for a service whose letters only look like another’s',
      `azimuth://copy-token?subscription=${id}&audience=https://management.%D0%B0zure.com`,
    ],
    [
      'for a service that turns the writing round',
      `azimuth://copy-token?subscription=${id}&audience=https://evil.example/%E2%80%AEmoc`,
    ],
    [
      'for a service in a plain address',
      `azimuth://copy-token?subscription=${id}&audience=http://shop`,
    ],
  ])('%s is refused in a sentence of our own', (_what, address) => {
    expect(readLink(address)).toEqual({
      kind: 'refused',
      message: expect.stringMatching(
        /^This (is no link|link asks for something) that Azimuth [a-z ]+\.$/,
      ),
    });
  });
});
