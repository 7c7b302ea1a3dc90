import { join } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../../shared/app-state.ts';
import type { Cloud, Clouds, CustomCloud } from '../../shared/cloud.ts';
import {
  cloudNamed,
  clouds,
  customCloud,
  customCloudSchema,
  defaultClientId,
  isPublished,
  publicCloud,
} from '../../shared/cloud.ts';
import { parseJson } from '../../shared/json.ts';
import type { SaveClouds } from '../core/ports/storage.ts';
import { createEditedFile } from './edited-file.ts';

const cloudFile = z.object({
  current: z.string(),
  custom: z.array(customCloudSchema).default([]),
  /** The client of a published cloud, by the cloud's name. */
  clientIds: z.record(z.string(), z.guid()).default({}),
});

export interface CloudFile {
  readonly clouds: Clouds;
  readonly save: SaveClouds;
}

/** The clouds of `cloud.json` beside the published ones. */
export async function openCloudFile(
  folder: string,
  notice: (notice: Notice) => void,
): Promise<CloudFile> {
  const file = createEditedFile(join(folder, 'cloud.json'));
  const save: SaveClouds = (known) => file.save(fileOf(known));

  const text = await file.read();
  if (text === undefined) return { clouds: { current: publicCloud.name, known: clouds }, save };
  const parsed = cloudFile.safeParse(parseJson(text));
  const known = parsed.success ? allOf(parsed.data) : clouds;
  const current = parsed.success ? cloudNamed(known, parsed.data.current) : undefined;
  if (current) return { clouds: { current: current.name, known }, save };
  file.doubt();
  notice({
    id: 'cloud',
    tone: 'warning',
    message: `cloud.json names no cloud that can be used, so ${publicCloud.displayName} is in use. Correct the file and start again.`,
    ...(parsed.success ? {} : { detail: z.prettifyError(parsed.error) }),
  });
  return { clouds: { current: publicCloud.name, known }, save };
}

function allOf({ custom, clientIds }: z.infer<typeof cloudFile>): readonly Cloud[] {
  const published = clouds.map((cloud) => {
    const clientId = clientIds[cloud.name];
    return clientId === undefined ? cloud : { ...cloud, clientId };
  });
  // Where two have one name the first is meant: a name stands for one cloud.
  const own = new Map(custom.toReversed().map((definition) => [definition.name, definition]));
  return [
    ...published,
    ...[...own.values()]
      .toReversed()
      .filter((definition) => !isPublished(definition))
      .map(customCloud),
  ];
}

function fileOf({ current, known }: Clouds): z.input<typeof cloudFile> {
  const ownClient = known.filter((one) => isPublished(one) && one.clientId !== defaultClientId);
  return {
    current,
    custom: known.filter((one) => !isPublished(one)).map(definitionOf),
    clientIds: Object.fromEntries(ownClient.map(({ name, clientId }) => [name, clientId])),
  };
}

/** What has to be said of a custom cloud: the rest is as in the public one. */
function definitionOf(cloud: Cloud): CustomCloud {
  const { name, authority, resourceManager, audience, ...rest } = cloud;
  const own = Object.entries(rest).filter(
    ([key, value]) => value !== Reflect.get(publicCloud, key) && value !== name,
  );
  return { name, authority, resourceManager, audience, ...Object.fromEntries(own) };
}
