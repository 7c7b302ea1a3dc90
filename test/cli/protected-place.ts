import { expect } from 'vitest';
import type { Place } from './host.ts';
import { openPlace, setPassphrase } from './host.ts';

export const passphrase = 'correct horse battery';

/** A place whose host runs and keeps its vault with the passphrase, so that it can be locked. */
export async function openProtectedPlace(): Promise<Place> {
  const place = await openPlace();
  await place.startHost();
  expect((await setPassphrase(place, passphrase)).code).toBe(0);
  return place;
}
