import { expect, it } from 'vitest';
import { clipboardWords } from '../../src/renderer/clipboard/clipboard-words.ts';

const browser = (system: string): string => `Mozilla/5.0 (${system}) Chrome/140.0.0.0`;

it('the settings say on each system what is done about clipboard histories, and what can’t be', () => {
  const [mac, windows, linux] = [
    'Macintosh; Intel Mac OS X 10_15_7',
    'Windows NT 10.0; Win64; x64',
    'X11; Linux x86_64',
  ].map((system) => clipboardWords(browser(system)));

  expect(mac).toMatch(/concealed.*Universal Clipboard/);
  expect(windows).toMatch(/clipboard history \(Win\+V\).*may not honour/);
  expect(linux).toMatch(/Klipper.*may keep one, which Azimuth can’t clear\.$/);
});

it('the settings claim no mark that the system did not take', () => {
  const words = clipboardWords(browser('Windows NT 10.0; Win64; x64'), false);

  expect(words).toMatch(/could not be told.*may keep a copy/);
  expect(words).not.toContain('Win+V');
});
