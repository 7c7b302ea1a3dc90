import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { clouds } from '../../shared/cloud.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CliFollowed, DefaultForCli } from '../core/ports/programs.ts';
import { profileFile, readCliFile, readProfile } from './azure-cli-files.ts';
import type { CliProfileDocument } from './azure-cli-profile.ts';
import { pointAt } from './azure-cli-profile.ts';
import { hasSection, isIni, readOption, writeOption } from './ini-lines.ts';

/** How often to start over when Azure CLI changes the file meanwhile. */
const tries = 5;

/** As Azure CLI writes it. */
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Makes a subscription the default of Azure CLI: in `azureProfile.json`, which says where it points, and in
 * `clouds.config`, which says where it points after a change of the cloud. If one of them makes no sense, both are left
 * alone.
 */
export async function pointAzureCli(
  folder: string,
  chosen: DefaultForCli,
): Promise<Result<CliFollowed>> {
  const cloud = asBytes(chosen.account.cloud);
  const cloudsConfig = await readIni(folder, 'clouds.config');
  if (cloudsConfig === undefined) return fail(leftAlone(folder, 'clouds.config', 'is damaged'));
  const isKnown = clouds.some(({ name }) => name === cloud) || hasSection(cloudsConfig.text, cloud);
  if (!isKnown) return fail(unknownCloud(chosen.account.cloud));
  const config = await readIni(folder, 'config');
  const current = readOption(config?.text ?? '', 'cloud', 'name') ?? 'AzureCloud';
  const isCurrent = current === cloud;
  try {
    const username = await changeProfile(folder, chosen, isCurrent);
    if (!username.ok) return username;
    await chooseInCloud(folder, cloud, chosen.subscription.subscriptionId);
    return succeed({
      username: username.value,
      ...(isCurrent ? {} : { currentCloud: Buffer.from(current, 'latin1').toString() }),
    });
  } catch (error) {
    return fail(notWritten(folder, error));
  }
}

/** @returns whom Azure CLI reaches the subscription as */
async function changeProfile(
  folder: string,
  chosen: DefaultForCli,
  isCurrent: boolean,
  left = tries,
): Promise<Result<string>> {
  const path = profileFile(folder);
  const before = await readProfile(folder);
  if (before.kind === 'unusable') return fail(leftAlone(folder, 'azureProfile.json', before.why));
  const isNew = before.kind === 'missing';
  const old: CliProfileDocument = isNew ? {} : before.document;
  const { document, username } = pointAt(old, chosen, isCurrent);
  const text = JSON.stringify(document);
  if (text === JSON.stringify(old)) return succeed(username);
  // Azure CLI takes no lock: what it wrote while this was worked out must not be lost.
  const now = await readCliFile(path);
  const isSame = isNew
    ? now.kind === 'missing'
    : now.kind === 'read' && now.bytes.equals(before.bytes);
  if (!isSame && left > 1) return changeProfile(folder, chosen, isCurrent, left - 1);
  if (!isSame) return fail(leftAlone(folder, 'azureProfile.json', 'does not come to rest'));
  const hasMark = isNew || before.bytes.length === 0 || startsWithMark(before.bytes);
  const content = Buffer.from(text);
  await replace(path, hasMark ? Buffer.concat([byteOrderMark, content]) : content, isNew);
  return succeed(username);
}

const startsWithMark = (bytes: Buffer): boolean =>
  bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);

/** Read once more, so that a change of Azure CLI's is not older than this one. */
async function chooseInCloud(folder: string, cloud: string, subscriptionId: string): Promise<void> {
  const ini = await readIni(folder, 'clouds.config');
  if (ini === undefined) return;
  const text = writeOption(ini.text, cloud, 'subscription', subscriptionId);
  if (text === ini.text) return;
  await replace(join(folder, 'clouds.config'), Buffer.from(text, 'latin1'), ini.isNew);
}

interface Ini {
  /** Byte for byte, so that what is not ASCII in it comes through. */
  readonly text: string;
  readonly isNew: boolean;
}

async function readIni(folder: string, name: string): Promise<Ini | undefined> {
  const read = await readCliFile(join(folder, name));
  if (read.kind === 'missing') return { text: '', isNew: true };
  if (read.kind === 'unusable') return undefined;
  const text = read.bytes.toString('latin1');
  return isIni(text) ? { text, isNew: false } : undefined;
}

/** A text as `readIni` has it. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1');

/** Replaces a file in one step. An old one keeps its mode and its owner, a new one is its owner's only. */
async function replace(path: string, content: Buffer, isNew: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFileAtomic(path, content, isNew ? { mode: 0o600 } : {});
}

const leftAlone = (folder: string, name: string, why: string): Problem => ({
  kind: 'unexpected',
  message: `Azure CLI does not follow: ${join(folder, name)} ${why}. Azimuth left it as it is.`,
});

const unknownCloud = (cloud: string): Problem => ({
  kind: 'unexpected',
  message: `Azure CLI does not follow: it knows no cloud named ${cloud}. Register it there with “az cloud register”.`,
});

const notWritten = (folder: string, error: unknown): Problem => ({
  kind: 'unexpected',
  message: `Azure CLI does not follow: Azimuth could not write to ${folder}. Check the folder’s permissions and the free space.`,
  detail: String(error),
});
