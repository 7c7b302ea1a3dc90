import type { App } from 'electron';
import { product } from '../../shared/product.ts';

/**
 * Says who this program is. Windows shows a notification only where its id is that of a shortcut in the Start menu, which
 * the installer makes (https://www.electronjs.org/docs/latest/tutorial/notifications#windows).
 */
export function nameProgram(
  app: Pick<App, 'setName' | 'setAppUserModelId'>,
  platform: NodeJS.Platform,
): void {
  app.setName(product.name);
  if (platform === 'win32') app.setAppUserModelId(product.id);
}
