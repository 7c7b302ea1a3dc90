import { onTestFinished } from 'vitest';
import type { CloudOptions } from '../cloud/start.ts';
import type { Place } from './host.ts';
import { openPlace } from './host.ts';

/** A place of one test alone, which goes with it. */
export async function ownPlace(options?: CloudOptions): Promise<Place> {
  const place = await openPlace(options);
  onTestFinished(() => place.close());
  return place;
}
