import type { Notice } from '../../shared/app-state.ts';
import { azureCliUser } from '../../shared/azure-cli-user.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { AzureCliFolder, CliFollowed, DefaultForCli } from './ports/programs.ts';
import type { Store } from './store.ts';

export interface AzureCliStage {
  readonly commands: Pick<CommandHandlers, 'look-at-azure-cli' | 'remove-azure-cli-file'>;
  look(): Promise<void>;
  /** Points Azure CLI at the default, if the settings want that; resolves when its files say so. */
  follow(): Promise<void>;
}

/** What Azure CLI knows, what it leaves in the open, and whether it follows. */
export function createAzureCliStage(store: Store, folder: AzureCliFolder): AzureCliStage {
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: who looks does not see half of what is written. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const look = async (): Promise<void> =>
    store.apply({ kind: 'azure-cli-looked-at', azureCli: await folder.look() });

  const follow = async (): Promise<void> => {
    const chosen = chosenDefault(store);
    if (!store.state().settings.azureCliFollows || chosen === undefined) return;
    const notice = noticeOf(chosen, await folder.pointAt(chosen));
    store.apply(notice ? { kind: 'noticed', notice } : { kind: 'notice-dismissed', noticeId });
    await look();
  };

  return {
    commands: {
      async 'look-at-azure-cli'() {
        await inTurn(look);
        return succeed(null);
      },
      'remove-azure-cli-file': ({ name }) =>
        inTurn(async () => {
          const removed = await folder.removeSecretFile(name);
          await look();
          return removed;
        }),
    },
    look: () => inTurn(look),
    follow: () => inTurn(follow),
  };
}

function chosenDefault(store: Store): DefaultForCli | undefined {
  const { accounts, tenants, subscriptions, selection } = store.state();
  const subscription = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const account = accounts.find(({ key }) => key === subscription?.accountKey);
  if (subscription === undefined || account === undefined) return undefined;
  return {
    account,
    subscription,
    tenant: tenants.find(({ key }) => key === subscription.tenantKey),
  };
}

const noticeId = 'azure-cli-default';

/** What the person would not expect of how Azure CLI follows; nothing if it simply does. */
function noticeOf(
  { account, subscription }: DefaultForCli,
  followed: Result<CliFollowed>,
): Notice | undefined {
  const info = (message: string): Notice => ({ id: noticeId, tone: 'info', message });
  if (!followed.ok) {
    const { message, detail } = followed.problem;
    return { ...info(message), tone: 'warning', ...(detail === undefined ? {} : { detail }) };
  }
  const { username, currentCloud } = followed.value;
  if (currentCloud !== undefined) {
    return info(
      `Azure CLI is set to the cloud ${currentCloud}, so its default there stays. “az cloud set --name ${account.cloud}” takes it to ${subscription.displayName}.`,
    );
  }
  if (username.toLowerCase() === azureCliUser(account).name.toLowerCase()) return undefined;
  return info(
    `Azure CLI points at ${subscription.displayName} too, but as ${username}: it knows one user for each subscription. “az login” as ${account.username} changes that.`,
  );
}
