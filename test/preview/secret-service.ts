import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

const attributes = (application: string) => ['application', application, 'purpose', 'preview-key'];

/**
 * The app's key in the user's keyring, made on the first call; undefined where no Secret Service
 * answers. The key goes through pipes: the command line carries only attributes.
 * https://specifications.freedesktop.org/secret-service-spec/latest/
 */
export function obtainKey(application: string): Buffer | undefined {
  if (process.platform !== 'linux') return undefined;
  return lookUp(application) ?? store(application);
}

function lookUp(application: string): Buffer | undefined {
  const { status, stdout } = spawnSync('secret-tool', ['lookup', ...attributes(application)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 10_000,
  });
  const key = status === 0 ? Buffer.from(stdout.toString('utf8').trim(), 'base64') : undefined;
  return key?.length === 32 ? key : undefined;
}

function store(application: string): Buffer | undefined {
  const key = randomBytes(32);
  const label = `${application} (preview host)`;
  const { status } = spawnSync(
    'secret-tool',
    ['store', '--label', label, ...attributes(application)],
    {
      input: key.toString('base64'),
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: 10_000,
    },
  );
  return status === 0 ? key : undefined;
}
