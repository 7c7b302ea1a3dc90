import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { users } from '../cloud/directory/contoso.ts';
import { findLeaks } from '../leaks.ts';
import { end, setPassphrase, typing } from './host.ts';
import { ownPlace } from './own-place.ts';

const passphrase = "correct 'horse' \\ battery; $staple schlüssel";

test('what a passphrase keeps is there after a restart, once it is typed; nothing is answered before', async () => {
  const place = await ownPlace();
  const host = await place.startHost();
  await place.signIn(users.adele);
  const set = await setPassphrase(place, passphrase);
  await end(host);

  const again = await place.startHost();
  const locked = await Promise.all([
    place.azimuth('account', 'get-access-token'),
    place.azimuth('account', 'list'),
    place.azimuth('account', 'show'),
    place.azimuth('login'),
  ]);
  const status = await place.azimuth('status');
  const wrong = await typing(place, 'not this one\n', 'unlock');
  const none = await typing(place, '', 'unlock');
  const right = await typing(place, `${passphrase}\n`, 'unlock');
  const token = await place.azimuth('account', 'get-access-token');
  await end(again);

  expect(set).toEqual({ code: 0, stdout: '', stderr: 'New passphrase: \nThe same again: \n' });
  for (const one of locked) {
    expect(one).toEqual({
      code: 1,
      stdout: '',
      stderr:
        "ERROR: Azimuth is locked. Unlock it in its window or with 'azimuth unlock'; only then 'az login' works.\n",
    });
  }
  expect(JSON.parse(status.stdout)).toMatchObject({
    vault: 'sealed by your passphrase, not yet opened',
    locked: true,
    accounts: [],
  });
  expect([wrong.code, wrong.stderr]).toEqual([
    1,
    'Passphrase: \nERROR: This is not the passphrase that the vault was sealed with.\n',
  ]);
  expect([none.code, none.stderr]).toEqual([1, 'Passphrase: \nERROR: Type the passphrase.\n']);
  expect([right.code, token.code, token.stderr]).toEqual([0, 0, '']);
  expect(
    await findLeaks([...place.cloud.issued, passphrase], place.profile, place.printed),
  ).toEqual([]);
});

test('a sign-in that the disk does not take says until when it holds', async () => {
  const place = await ownPlace();
  await place.startHost();
  await setPassphrase(place, passphrase);
  await mkdir(join(place.profile, 'accounts.vault.previous', 'in the way'), { recursive: true });
  const { code, stderr } = await place.signIn(users.adele);

  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining(
      `WARNING: Azimuth could not write to its folder (${place.profile}). Until it can, changes are gone when it ends.`,
    ),
  ]);
});

test('two passphrases that differ, and one that is too short, set nothing', async () => {
  const place = await ownPlace();
  await place.startHost();
  const differ = await typing(place, 'correct horse\ncorrect house\n', 'passphrase', 'set');
  const short = await typing(place, 'horse\nhorse\n', 'passphrase', 'set');

  expect([differ.code, differ.stderr, short.code, short.stderr]).toEqual([
    1,
    'New passphrase: \nThe same again: \nERROR: The two passphrases are not the same.\n',
    1,
    'New passphrase: \nThe same again: \nERROR: A passphrase has at least 8 characters.\n',
  ]);
  expect((await readdir(place.profile)).filter((name) => name.includes('vault'))).toEqual([]);
});

test('without a keyring and without a passphrase there is no lock', async () => {
  const place = await ownPlace();
  await place.startHost();

  expect(await place.azimuth('lock')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'ERROR: Nothing could unlock Azimuth again: this system has no keyring. Protect it with a passphrase first.\n',
  });
  expect(await place.azimuth('unlock')).toEqual({ code: 0, stdout: '', stderr: '' });
});
