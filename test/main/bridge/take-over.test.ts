import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBridge } from '../../../src/main/bridge/open-bridge.ts';
import { takeOver } from '../../../src/main/bridge/take-over.ts';
import { systemClock } from '../../../src/main/system-clock.ts';

test('a program with a window is neither ended nor asked about', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-take-over-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  const other = await openBridge(profile, systemClock);
  onTestFinished(() => other?.close());
  const asked: string[] = [];
  other?.serve(async ({ words }, { out }) => {
    asked.push(words.join(' '));
    out('{"host": "electron", "accounts": [{"username": "ada"}], "accountsLast": false}\n');
    return 0;
  });
  const mayEnd = () => Promise.reject(new Error('nobody is to be asked'));

  await expect(takeOver(profile, systemClock, mayEnd)).rejects.toThrow(/does not give way/);
  expect(asked).toEqual(['status --output json']);
});
