import { measureCachedMint } from './cached-mint.ts';
import { measureClient } from './client.ts';
import { measureDiscovery } from './discovery.ts';
import { measureEndpoint } from './endpoint.ts';
import { describe, isWithin } from './row.ts';
import type { Row } from './row.ts';
import { measureWindow } from './window.ts';

const asJson = process.argv.includes('--json');
const rows: Row[] = [];
for (const measure of [
  measureDiscovery,
  measureClient,
  measureCachedMint,
  measureEndpoint,
  measureWindow,
]) {
  for (const row of await measure()) {
    rows.push(row);
    if (!asJson) console.log(describe(row));
  }
}
if (asJson) console.log(JSON.stringify(rows.map((row) => ({ ...row, within: isWithin(row) }))));
process.exit(0);
