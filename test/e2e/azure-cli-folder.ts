import { join } from 'node:path';

/** Azure CLI's folder of a launched app: never that of the person who runs the tests or the demo. */
export const azureCliFolder = (profile: string): string => join(profile, 'azure-cli');
