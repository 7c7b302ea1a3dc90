import type { Cloud, Clouds } from '../../shared/cloud.ts';

/** A cloud by its name, whatever the letters' case (azure-cli `cloud.py`, `_get_cloud_name`). */
export const cloudCalled = ({ known }: Clouds, name: string): Cloud | undefined =>
  known.find((cloud) => cloud.name.toLowerCase() === name.toLowerCase());

/** In Azure CLI's words. */
export const notRegistered = (name: string): string => `The cloud '${name}' is not registered.`;
