import { expect, test } from 'vitest';
import { appOrigin, toAppAddress, toPageAddress } from './app-address.ts';

test.each([
  ['app://azimuth/', 'https://azimuth.preview/'],
  [
    'app://azimuth/a/b.js?c=1&d=https://x.preview/#e',
    'https://azimuth.preview/a/b.js?c=1&d=https://x.preview/#e',
  ],
  ['https://login.example/', 'https://login.example/'],
  ['about:blank', 'about:blank'],
])('%s lives at %s, and back', (app, page) => {
  expect([toPageAddress(app), toAppAddress(page)]).toEqual([page, app]);
});

test('an address that only looks like ours is not taken for the app', () => {
  const foreign = [
    'https://azimuth.preview.evil.example/',
    'https://azimuth.preview@evil.example/',
    'https://evil.example/azimuth.preview/',
    'https://azimuth.preview:8443/',
    'http://azimuth.preview/',
  ];
  expect(foreign.map(toAppAddress)).toEqual(foreign);
});

test('origins read as Electron gives them', () => {
  const origins = ['https://azimuth.preview/a', 'https://x.example:8/y', 'about:blank', 'data:,a'];
  expect(origins.map(appOrigin)).toEqual(['app://azimuth', 'https://x.example:8', 'null', 'null']);
});
