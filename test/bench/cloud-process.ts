import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CloudOptions } from '../cloud/start.ts';
import { startCloud } from '../cloud/start.ts';

/** The simulated cloud in a process of its own, so that what it computes does not count as ours. */
export interface CloudProcess {
  readonly authority: string;
  readonly resourceManager: string;
  readonly certificateAuthority: string;
  /** Approves a device code as the main user. */
  approve(userCode: string): void;
  stop(): Promise<void>;
}

type Facts = Pick<CloudProcess, 'authority' | 'resourceManager' | 'certificateAuthority'>;

export async function startCloudProcess(options: CloudOptions): Promise<CloudProcess> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(options)]);
  const [facts]: Facts[] = await once(child, 'message');
  if (!facts) throw new Error('the cloud did not start');
  return {
    ...facts,
    approve: (userCode) => child.send(userCode),
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const cloud = await startCloud(JSON.parse(process.argv[2] ?? '{}'));
  process.on('message', (userCode) => {
    cloud.approveDeviceCode(String(userCode), cloud.directory.users.adele);
  });
  process.on('disconnect', () => void cloud.close());
  const { authority, resourceManager, certificateAuthority } = cloud;
  process.send({ authority, resourceManager, certificateAuthority } satisfies Facts);
}
