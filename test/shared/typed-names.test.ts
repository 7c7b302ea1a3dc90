import { expect, test } from 'vitest';
import { newGrantSchema } from '../../src/shared/grant-input.ts';
import { managedIdentitySchema } from '../../src/shared/managed-identity.ts';
import { servicePrincipalSchema } from '../../src/shared/service-principal.ts';

test.each([
  ['service principal', servicePrincipalSchema.shape.label, 'A label is one line of plain text.'],
  ['managed identity', managedIdentitySchema.shape.label, 'A label is one line of plain text.'],
  ['grant', newGrantSchema.shape.name, 'A name is one line of plain text.'],
])('what a %s is called is one line that reads as it is written', (_what, schema, message) => {
  const answers = ['نشاط\u200F 🚀', 'a\u202Eb', 'a\nb'].map((name) => {
    const parsed = schema.safeParse(name);
    return parsed.success ? parsed.data : parsed.error.issues.map((issue) => issue.message);
  });

  expect(answers).toEqual(['نشاط\u200F 🚀', [message], [message]]);
});
