import type { Command } from './command.ts';
import { accountClear } from './commands/account-clear.ts';
import { accountList } from './commands/account-list.ts';
import { accountSet } from './commands/account-set.ts';
import { accountShow } from './commands/account-show.ts';
import { activityExport } from './commands/activity-export.ts';
import { activityList } from './commands/activity-list.ts';
import { cloudList } from './commands/cloud-list.ts';
import { cloudRegister } from './commands/cloud-register.ts';
import { cloudSet } from './commands/cloud-set.ts';
import { cloudShow } from './commands/cloud-show.ts';
import { cloudUnregister } from './commands/cloud-unregister.ts';
import { cloudUpdate } from './commands/cloud-update.ts';
import { contextApprove } from './commands/context-approve.ts';
import { contextCreate } from './commands/context-create.ts';
import { contextDelete } from './commands/context-delete.ts';
import { contextList } from './commands/context-list.ts';
import { contextShow } from './commands/context-show.ts';
import { contextUpdate } from './commands/context-update.ts';
import { contextUse } from './commands/context-use.ts';
import {
  endpointGrant,
  endpointList,
  endpointRevoke,
  endpointUpdate,
} from './commands/endpoint-grants.ts';
import { endpointOff, endpointOn, endpointStatus } from './commands/endpoint-switch.ts';
import { copyToken } from './commands/copy-token.ts';
import { env } from './commands/env.ts';
import { completions } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { find } from './commands/find.ts';
import { getAccessToken } from './commands/get-access-token.ts';
import { lock } from './commands/lock.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { passphraseSet } from './commands/passphrase-set.ts';
import { quit } from './commands/quit.ts';
import { run } from './commands/run.ts';
import { shimInstall, shimStatus, shimUninstall } from './commands/shim.ts';
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
  copyToken,
  find,
  tenantList,
  contextCreate,
  contextList,
  contextShow,
  contextUse,
  contextUpdate,
  contextDelete,
  contextApprove,
  cloudList,
  cloudShow,
  cloudSet,
  cloudRegister,
  cloudUpdate,
  cloudUnregister,
  activityList,
  activityExport,
  run,
  env,
  endpointOn,
  endpointOff,
  endpointStatus,
  endpointGrant,
  endpointList,
  endpointUpdate,
  endpointRevoke,
  lock,
  unlock,
  passphraseSet,
  shimInstall,
  shimUninstall,
  shimStatus,
  status,
  doctor,
  ...completions(() => commandTable),
  quit,
  version,
];
