import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { packaging } from '../../build/packaging/config.ts';

const builder = createRequire(import.meta.resolve('electron-builder'));
const schema: unknown = JSON.parse(
  readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8'),
);

/** What electron-builder's own schema has against a configuration. */
function complaints(configuration: unknown): readonly string[] {
  // As lenient as electron-builder is: its schema has words that JSON schema does not know.
  const ajv = new Ajv({ strict: false, allErrors: true });
  if (typeof schema !== 'object' || !schema) throw new Error('scheme.json is no schema.');
  const validate = ajv.compile(schema);
  validate(configuration);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

test('the configuration is what electron-builder understands', () => {
  expect(complaints(packaging)).toEqual([]);
});

test('a misspelt option and a wrong value would be reported', () => {
  expect(complaints({ ...packaging, artefactName: 'x' })).toContain(
    ' must NOT have additional properties',
  );
  expect(complaints({ ...packaging, mac: { ...packaging.mac, hardenedRuntime: 'yes' } })).toContain(
    '/mac/hardenedRuntime must be boolean',
  );
});
