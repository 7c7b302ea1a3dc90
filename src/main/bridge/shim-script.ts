import { win32 } from 'node:path';

/** Where a copy of the client comes from. */
export interface ShimOrigin {
  readonly client: string;
  /** Where an AppImage runs from: what is inside it has another path at each start. */
  readonly appImage: string | undefined;
  readonly profile: string;
}

/** What our `az` is on one kind of system. */
export interface ShimScript {
  readonly fileName: 'az' | 'az.cmd';
  /** What stands between the folders of PATH. */
  readonly separator: ':' | ';';
  /** The client's text with its origin written in; nothing where that can't be written. */
  copy(text: string, origin: ShimOrigin): string | undefined;
}

export const shimScript = (
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): ShimScript =>
  platform === 'win32'
    ? {
        fileName: 'az.cmd',
        separator: ';',
        copy: (text, { client }) => batchCopy(text, client, environment),
      }
    : { fileName: 'az', separator: ':', copy: shellCopy };

/** The script with the values of the variables that it leaves empty. */
const shellCopy = (script: string, { client, appImage, profile }: ShimOrigin): string =>
  Object.entries({ origin: client, appimage: appImage ?? '', profile }).reduce(
    (text, [name, value]) =>
      text.replace(`\n${name}=\n`, () => `\n${name}='${value.replaceAll("'", `'\\''`)}'\n`),
    script,
  );

/**
 * cmd.exe reads a batch file in the code page of its console, so only ASCII is sure to stay what it is: a folder of the
 * user's is written as the variable that Windows has for it. The profile need not be written: the copy stands in it.
 */
function batchCopy(
  text: string,
  client: string,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const variable = ['LOCALAPPDATA', 'APPDATA', 'USERPROFILE'].find((name) =>
    isInside(client, environment[name]),
  );
  const rest = variable === undefined ? client : client.slice(environment[variable]?.length);
  if (!/^[\x20-\x7e]*$/.test(rest)) return undefined;
  const written = `${variable === undefined ? '' : `%${variable}%`}${rest.replaceAll('%', '%%')}`;
  return text.replace('"azimuth.origin="', () => `"azimuth.origin=${written}"`);
}

const isInside = (path: string, folder: string | undefined): boolean =>
  folder !== undefined && path.toLowerCase().startsWith(`${folder.toLowerCase()}${win32.sep}`);
