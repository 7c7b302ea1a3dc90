import { describe, expect, it } from 'vitest';
import { hasSection, isIni, readOption, writeOption } from '../../../src/main/storage/ini-lines.ts';

const written = [
  '# by hand',
  '[Other]',
  'subscription = other',
  '',
  '[AzureCloud]',
  'profile=latest',
  'Subscription :  old  ',
  'endpoint_x = https://x:1/=',
  '',
].join('\n');

describe('an option of Azure CLI’s configuration', () => {
  it('is read from its section, whatever the case of its name', () => {
    expect([
      readOption(written, 'AzureCloud', 'subscription'),
      readOption(written, 'AzureCloud', 'endpoint_x'),
      readOption(written, 'AzureCloud', 'missing'),
      readOption(written, 'azurecloud', 'subscription'),
      readOption('', 'AzureCloud', 'subscription'),
    ]).toEqual(['old', 'https://x:1/=', undefined, undefined, undefined]);
  });

  it('is set in its own line, and every other byte stays', () => {
    expect(writeOption(written, 'AzureCloud', 'subscription', 'new')).toBe(
      written.replace('Subscription :  old  ', 'subscription = new'),
    );
  });

  it('that is the same already changes nothing', () => {
    expect(writeOption(written, 'Other', 'subscription', 'other')).toBe(written);
  });

  it.each([
    ['', '[A]\nsubscription = 1\n'],
    ['[A]', '[A]\nsubscription = 1'],
    ['[A]\n[B]\nsubscription = 2\n', '[A]\nsubscription = 1\n[B]\nsubscription = 2\n'],
    ['[B]\nx = y', '[B]\nx = y\n[A]\nsubscription = 1\n'],
    ['[B]\r\nx = y\r\n', '[B]\r\nx = y\r\n[A]\r\nsubscription = 1\r\n'],
    ['[A]\r\nsubscription = 0\r\nz = 1\n', '[A]\r\nsubscription = 1\r\nz = 1\n'],
    ['[A]\r\nx = y\r\n', '[A]\r\nsubscription = 1\r\nx = y\r\n'],
  ])('goes into %j as %j', (before, after) => {
    expect(writeOption(before, 'A', 'subscription', '1')).toBe(after);
  });
});

describe('a file of that form', () => {
  it.each([
    ['', true],
    ['\r\n# a comment\r\n; another\r\n[A]\r\n', true],
    ['x = 1\n[A]\n', false],
    ['{"not": "ini"}', false],
  ])('%j: %j', (text, expected) => {
    expect(isIni(text)).toBe(expected);
  });

  it('has the sections that stand in it', () => {
    expect([hasSection(written, 'Other'), hasSection(written, 'Simulated')]).toEqual([true, false]);
  });
});
