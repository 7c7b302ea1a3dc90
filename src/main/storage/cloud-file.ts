import { join } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../../shared/app-state.ts';
import type { Cloud } from '../../shared/cloud.ts';
import { clouds, customCloud, customCloudSchema } from '../../shared/cloud.ts';
import { parseJson } from '../../shared/json.ts';
import { readTextIfThere } from './kept-file.ts';

const cloudFile = z.object({
  current: z.string(),
  custom: z.array(customCloudSchema).default([]),
});

/** The cloud that `cloud.json` of the profile names, and the public one where there is no such file. */
export async function readCloud(folder: string, notice: (notice: Notice) => void): Promise<Cloud> {
  const publicCloud = clouds[0] as Cloud;
  const text = await readTextIfThere(join(folder, 'cloud.json'));
  if (text === undefined) return publicCloud;
  const parsed = cloudFile.safeParse(parseJson(text));
  const known = parsed.success ? [...clouds, ...parsed.data.custom.map(customCloud)] : [];
  const chosen = known.find((cloud) => parsed.success && cloud.name === parsed.data.current);
  if (chosen) return chosen;
  notice({
    id: 'cloud',
    tone: 'warning',
    message: `cloud.json names no cloud that can be used, so ${publicCloud.displayName} is in use. Correct the file and start again.`,
    ...(parsed.success ? {} : { detail: z.prettifyError(parsed.error) }),
  });
  return publicCloud;
}
