import { expect, test } from 'vitest';
import { actRemembering } from '../../../src/main/electron/act-remembering.ts';
import { openLink } from '../../../src/main/views/menu-line.ts';

test('a link that starts the program waits for the remembered list, in which it finds its place', async () => {
  const restored = Promise.withResolvers<void>();
  const happened: string[] = [];
  const act = actRemembering(restored.promise, async ({ kind }) => void happened.push(kind));

  const followed = act(openLink('azimuth://context/build'));
  await Promise.resolve();
  happened.push('restored');
  restored.resolve();
  await followed;
  expect(happened).toEqual(['restored', 'run']);
});
