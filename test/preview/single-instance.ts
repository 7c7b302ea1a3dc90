import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

export interface InstanceLock {
  release(): void;
}

/**
 * One instance per profile folder, also across processes. `requestSingleInstanceLock` answers
 * synchronously and the loser usually quits at once, so both the lock and the message to the winner
 * are plain files: a lock file that names its owner, and an inbox folder that the owner watches.
 */
export function acquireInstanceLock(
  folder: string,
  announced: (second: SecondInstance) => void,
  mine: SecondInstance,
): InstanceLock | undefined {
  mkdirSync(folder, { recursive: true });
  const lockFile = join(folder, 'preview-instance.lock');
  const inbox = join(folder, 'preview-second-instance');
  if (!claim(lockFile)) {
    leaveMessage(inbox, mine);
    return undefined;
  }
  rmSync(inbox, { recursive: true, force: true });
  mkdirSync(inbox, { recursive: true });
  const watcher = watchInbox(inbox, announced);
  return {
    release: () => {
      watcher.close();
      rmSync(inbox, { recursive: true, force: true });
      rmSync(lockFile, { force: true });
    },
  };
}

function claim(lockFile: string): boolean {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(lockFile, ownerName(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch {
      if (isOwned(lockFile)) return false;
      rmSync(lockFile, { force: true });
    }
  }
  return false;
}

function isOwned(lockFile: string): boolean {
  try {
    const owner = readFileSync(lockFile, 'utf8');
    const pid = Number(owner.split(' ')[0]);
    process.kill(pid, 0);
    return owner === ownerName(pid);
  } catch {
    return false;
  }
}

/** The process id with its start time where Linux tells it: ids are used again, starts are not. */
function ownerName(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return `${pid} ${fields?.[19] ?? ''}`;
  } catch {
    return `${pid} `;
  }
}

function leaveMessage(inbox: string, message: SecondInstance): void {
  const name = randomUUID();
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, `${name}.part`), JSON.stringify(message), { mode: 0o600 });
  renameSync(join(inbox, `${name}.part`), join(inbox, `${name}.json`));
}

function watchInbox(inbox: string, announced: (second: SecondInstance) => void): FSWatcher {
  return watch(inbox, () => {
    for (const name of readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const message: SecondInstance = JSON.parse(readFileSync(join(inbox, name), 'utf8'));
      rmSync(join(inbox, name), { force: true });
      announced(message);
    }
  });
}
