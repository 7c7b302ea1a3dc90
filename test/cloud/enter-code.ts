import { expect } from 'vitest';
import { createPerson } from './person.ts';
import type { Cloud, User } from './start.ts';

/** A person with a browser finishes what a device began. */
export async function enterCode(cloud: Cloud, otc: string, user: User): Promise<void> {
  const page = await createPerson().open(`${cloud.authority}/deviceauth`);
  const picker = await page.press('Next', { otc });
  const done = await (await picker.press(user.displayName)).press('Continue');
  expect(done.title).toContain('You have signed in');
}
