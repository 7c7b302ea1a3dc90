import { measureCachedMint } from './cached-mint.ts';
import { measureClient } from './client.ts';
import { measureDiscovery } from './discovery.ts';
import { measureEndpoint } from './endpoint.ts';
import { measureFollowing } from './follow.ts';
import { describe, isWithin } from './row.ts';
import type { Row } from './row.ts';
import { measureWindow } from './window.ts';

const measures = {
  discovery: measureDiscovery,
  client: measureClient,
  mint: measureCachedMint,
  endpoint: measureEndpoint,
  window: measureWindow,
  follow: measureFollowing,
};

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const wanted = words.filter((word) => word !== '--json');
const unknown = wanted.find((word) => !Object.hasOwn(measures, word));
if (unknown !== undefined) {
  console.error(`There is no '${unknown}' to measure, only: ${Object.keys(measures).join(', ')}.`);
  process.exit(1);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const row of await measure()) {
    rows.push(row);
    if (!asJson) console.log(describe(row));
  }
}
if (asJson) console.log(JSON.stringify(rows.map((row) => ({ ...row, within: isWithin(row) }))));
process.exit(0);
