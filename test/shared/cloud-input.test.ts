import { describe, expect, test } from 'vitest';
import { cloudInputSchema } from '../../src/shared/cloud-input.ts';

const stack = { name: 'Stack', resourceManager: 'https://management.stack.example' };

describe('a cloud as it is typed', () => {
  test('has addresses without what follows their host, and no blanks around', () => {
    expect(
      cloudInputSchema.parse({
        name: ' Stack ',
        resourceManager: ' https://Management.stack.example:8443/metadata/endpoints?x=1 ',
        clientId: ' 11111111-2222-4333-8444-55555555555A ',
      }),
    ).toEqual({
      name: 'Stack',
      resourceManager: 'https://management.stack.example:8443',
      clientId: '11111111-2222-4333-8444-55555555555a',
    });
  });

  test.each([
    ['name', '', 'Type a name for the cloud.'],
    ['name', 'a/b', 'A name begins with a letter'],
    ['name', 'azurecloud', 'This name belongs to one of Microsoft’s own clouds.'],
    ['resourceManager', '', 'Type the whole address'],
    ['resourceManager', 'management.stack.example', 'Type the whole address'],
    ['resourceManager', 'http://management.stack.example', 'Only https is safe enough'],
    ['resourceManager', 'https://', 'Type the whole address'],
    ['resourceManager', 'https://me:secret@stack.example', 'no user name'],
    ['authority', 'ftp://login.stack.example', 'Type the whole address'],
    ['audience', 'two words', 'An audience has no spaces.'],
    ['clientId', 'my app', 'A client ID looks like'],
  ])('is refused at %s for %j', (field, value, complaint) => {
    const { error } = cloudInputSchema.safeParse({ ...stack, [field]: value });

    expect(error?.issues[0]).toMatchObject({
      path: [field],
      message: expect.stringContaining(complaint),
    });
  });
});
