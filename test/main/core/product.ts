import type { CoreDeps } from '../../../src/main/core/core.ts';
import { createCore } from '../../../src/main/core/core.ts';
import type { Store } from '../../../src/main/core/store.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { Settings } from '../../../src/shared/settings.ts';
import type { CommandInput, CommandName } from '../../../src/shared/contract.ts';
import { succeed } from '../../../src/shared/problem.ts';
import { storeWith } from './examples.ts';
import { createFakeCloudKeeping } from './fake-cloud-keeping.ts';
import type { FakeListener } from './fake-endpoint.ts';
import { createFakeKeys, createFakeListener } from './fake-endpoint.ts';
import type { FakeGuardians } from './fake-guardians.ts';
import { createFakeGuardians } from './fake-guardians.ts';
import type {
  FakeAzureCli,
  FakeBrowser,
  FakeClipboard,
  FakeClock,
  FakeDirectory,
  FakeIdentity,
  FakeLog,
  FakeNetwork,
  FakeVault,
} from './fakes.ts';
import {
  createCounter,
  createFakeAzureCli,
  createFakeBrowser,
  createFakeClipboard,
  createFakeClock,
  createFakeDirectory,
  createFakeIdentity,
  createFakeLog,
  createFakeNetwork,
  createFakePrivateWindow,
  createFakeShim,
  createFakeVault,
} from './fakes.ts';

/** What a test looks into, or prepares. */
interface Parts {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly identity: FakeIdentity;
  readonly directory: FakeDirectory;
  readonly vault: FakeVault;
  readonly guardians: FakeGuardians;
  readonly azureCli: FakeAzureCli;
  readonly clipboard: FakeClipboard;
  readonly browser: FakeBrowser;
  readonly listener: FakeListener;
  readonly network: FakeNetwork;
  readonly log: FakeLog;
}

/**
 * The core with nothing but fakes round it.
 *
 * @param prepared fakes that are as the test wants them
 * @param real adapters in the place of fakes
 */
export function createProduct(prepared: Partial<Parts> = {}, real: Partial<CoreDeps> = {}) {
  const clock = prepared.clock ?? createFakeClock();
  const parts: Parts = {
    store: storeWith(),
    clock,
    identity: createFakeIdentity(clock),
    directory: createFakeDirectory(),
    vault: createFakeVault(),
    guardians: createFakeGuardians(),
    azureCli: createFakeAzureCli(),
    clipboard: createFakeClipboard(),
    browser: createFakeBrowser(),
    listener: createFakeListener(),
    network: createFakeNetwork(),
    log: createFakeLog(),
    ...prepared,
  };
  const saved: Settings[] = [];
  const core = createCore({
    ...parts,
    shim: createFakeShim(),
    openLink: parts.browser.openLink,
    privateWindow: createFakePrivateWindow(),
    loginItem: undefined,
    saveFile: async () => succeed(true),
    saveSettings: async (settings) => void saved.push(settings),
    listen: parts.listener.listen,
    grantKeys: createFakeKeys(),
    cloudKeeping: createFakeCloudKeeping(),
    newId: createCounter(),
    ...real,
  });
  return {
    ...parts,
    core,
    /** Settings as they were kept, one after the other. */
    saved,
    state: (): AppState => parts.store.state(),
    run: <N extends CommandName>(name: N, input: CommandInput<N>) =>
      core.run(name, input, 'window'),
  };
}

export type Product = ReturnType<typeof createProduct>;
