import { expect, test } from 'vitest';
import { matchesPattern } from './web-request.ts';

test.each([
  ['https://a.example/x?y', '<all_urls>', true],
  ['https://a.example/x?y', 'https://*.example/*', true],
  ['https://a.example/x?y', '*://a.example/*', true],
  ['https://a.example/x?y', 'https://b.example/*', false],
  ['https://aXexample/', 'https://a.example/*', false],
  ['app://azimuth/index.html', 'app://*', true],
])('%s against %s: %s', (url, pattern, matches) => {
  expect(matchesPattern(url, pattern)).toBe(matches);
});
