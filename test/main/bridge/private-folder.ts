import { mkdir } from 'node:fs/promises';

/** What Windows needs `icacls` for. */
export async function privateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
