import { expect, test } from 'vitest';
import { secretMarks } from '../../../src/main/electron/secret-marks.ts';

test.each([
  ['win32', 'ExcludeClipboardContentFromMonitorProcessing', [0, 0, 0, 0]],
  ['win32', 'CanIncludeInClipboardHistory', [0, 0, 0, 0]],
  ['win32', 'CanUploadToCloudClipboard', [0, 0, 0, 0]],
  ['darwin', 'org.nspasteboard.ConcealedType', []],
  ['linux', 'x-kde-passwordManagerHint', [...Buffer.from('secret')]],
] as const)('%s is told of a secret with %s', async (platform, format, bytes) => {
  const mark = secretMarks(platform)[`electron application/osclipboard;format="${format}"`];

  expect(mark && [...new Uint8Array(await mark.arrayBuffer())]).toEqual(bytes);
});
