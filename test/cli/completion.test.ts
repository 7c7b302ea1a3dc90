import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '../cloud/directory/contoso.ts';
import type { Place } from './host.ts';
import { client, openPlace } from './host.ts';
import { temporaryFolder } from './shim-folder.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
  expect((await place.signIn(users.jurgen)).code).toBe(0);
  for (const name of ['shop', 'shop two', 'work']) {
    expect((await place.azimuth('context', 'create', name)).code).toBe(0);
  }
});
afterAll(() => place.close());

/** What bash offers for the last word, as it calls a completion function. */
const inBash = `
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_azimuth
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** The same for zsh, which runs bash's functions in its emulation of sh. */
const inZsh = `
source "$1" >/dev/null 2>&1; shift
emulate -L sh; setopt kshglob noshglob braceexpand ksharrays
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_azimuth
printf '%s\\n' "\${COMPREPLY[@]}"`;

const inFish = `
source $argv[1]
complete -C (string join -- ' ' (string escape -- $argv[2..-2]) $argv[-1]) | string replace -r '\\t.*' ''`;

const cases: readonly (readonly [readonly string[], string | RegExp])[] = [
  [['acc'], 'account'],
  [['account', 'sh'], 'show'],
  [['account', 'tenant', ''], 'list'],
  [['account', 'show', '--outp'], '--output'],
  [['account', 'show', '--output', 'yam'], /^yaml\nyamlc$/],
  [['account', 'get-access-token', '--resource-type', 'ms'], 'ms-graph'],
  [['completion', 'z'], 'zsh'],
];

const quotedName = /^Fabrikam(?:\\| )/m;

describe.each([
  ['bash', inBash, ['--norc', '-c']],
  ['zsh', inZsh, ['-f', '-c']],
  ['fish', inFish, ['--no-config', '-c']],
])('in %s', (shell, script, options) => {
  const complete = async (words: readonly string[], path?: string): Promise<string> => {
    const folder = await temporaryFolder('azimuth-completion-');
    await symlink(client, join(folder, 'azimuth'));
    const { stdout, code } = await place.azimuth('completion', shell);
    expect(code).toBe(0);
    await writeFile(join(folder, 'script'), stdout);
    const own = shell === 'fish' ? [] : [shell];
    const ran = await place.run(
      shell,
      [...options, script, ...own, join(folder, 'script'), 'azimuth', ...words],
      {
        ...place.environment,
        HOME: folder,
        PATH: path ?? `${folder}:${place.environment['PATH'] ?? ''}`,
      },
    );
    expect(ran.stderr).toBe('');
    return ran.stdout.trim();
  };

  test.each(cases)('%j is completed', async (words, wanted) => {
    const offered = await complete(words);
    if (typeof wanted === 'string') expect(offered).toBe(wanted);
    else expect(offered).toMatch(wanted);
  });

  test('nothing is offered, and nothing said, where azimuth is not on PATH', async () => {
    expect(await complete(['account', 'set', '-s', 'Fab'], '/usr/bin:/bin')).toBe('');
  });

  test('the name of a subscription is completed, blanks and all', async () => {
    expect(await complete(['account', 'set', '-s', 'Fab'])).toMatch(quotedName);
  });

  test.each([
    [['account', 'show', '--context', 'sh']],
    [['context', 'use', 'sh']],
    [['context', 'delete', '--name', 'sh']],
  ])('the name of a context is completed: %j', async (words) => {
    expect((await complete(words)).replaceAll('\\', '').split('\n')).toEqual(['shop', 'shop two']);
  });
});
