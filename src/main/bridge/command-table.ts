import type { Command } from './command.ts';
import { accountClear } from './commands/account-clear.ts';
import { accountList } from './commands/account-list.ts';
import { accountSet } from './commands/account-set.ts';
import { accountShow } from './commands/account-show.ts';
import { getAccessToken } from './commands/get-access-token.ts';
import { lock } from './commands/lock.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { passphraseSet } from './commands/passphrase-set.ts';
import { quit } from './commands/quit.ts';
import { status } from './commands/status.ts';
import { tenantList } from './commands/tenant-list.ts';
import { unlock } from './commands/unlock.ts';
import { version } from './commands/version.ts';

/** Every command, in the order of the help. */
export const commandTable: readonly Command[] = [
  login,
  logout,
  accountShow,
  accountList,
  accountSet,
  accountClear,
  getAccessToken,
  tenantList,
  lock,
  unlock,
  passphraseSet,
  status,
  quit,
  version,
];
