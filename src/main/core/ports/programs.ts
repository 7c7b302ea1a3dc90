import type { AzureCli, CliSecretFileName } from '../../../shared/azure-cli.ts';
import type { Account, Subscription, Tenant } from '../../../shared/model.ts';
import type { Result } from '../../../shared/problem.ts';
import type { ShimStatus } from '../../../shared/shim.ts';
import type { Secret } from '../secret.ts';

/** A default with what another program has to know of it. */
export interface DefaultForCli {
  readonly account: Account;
  readonly tenant: Tenant | undefined;
  readonly subscription: Subscription;
}

export interface CliFollowed {
  /** Whom Azure CLI reaches the subscription as. */
  readonly username: string;
  /** The cloud that Azure CLI is set to, if it is another one: then its default there stays. */
  readonly currentCloud?: string;
}

/** Azure CLI's own files. */
export interface AzureCliFolder {
  look(): Promise<AzureCli>;
  /** Makes a subscription its default; whatever else is in its files stays. */
  pointAt(chosen: DefaultForCli): Promise<Result<CliFollowed>>;
  /** Removes a file with secrets in the open, and looks whether it is gone. */
  removeSecretFile(name: CliSecretFileName): Promise<Result<null>>;
}

/** The header secrets of grants. */
export interface GrantKeys {
  create(): Secret;
  /** Takes the same time wherever the two differ. */
  isSame(shown: string, secret: Secret): boolean;
}

/** Our `az`, in a folder of its own. */
export interface Shim {
  status(): Promise<ShimStatus>;
  install(): Promise<Result<ShimStatus>>;
  uninstall(): Promise<Result<ShimStatus>>;
}
