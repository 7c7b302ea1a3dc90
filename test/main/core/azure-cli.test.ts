import { describe, expect, it } from 'vitest';
import { createAzureCliStage } from '../../../src/main/core/azure-cli.ts';
import { shown } from '../../../src/main/core/shown-store.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import type { AzureCli } from '../../../src/shared/azure-cli.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { alice, aliceSignedIn, bob, storeWith, subscriptionOf, tenantOf } from './examples.ts';
import { aProblem, createFakeAzureCli } from './fakes.ts';

const known: AzureCli = {
  kind: 'read',
  folder: '/home/alice/.azure',
  profile: {
    kind: 'accounts',
    accounts: [
      { kind: 'user', cloud: 'AzureCloud', username: 'alice@example.com', subscriptions: 1 },
    ],
  },
  secretFiles: [],
};

const red = subscriptionOf(alice, 'red', 'r1');

function following(slices: Partial<AppState> = {}) {
  const store = storeWith({
    ...aliceSignedIn,
    tenants: [tenantOf(alice, 'red')],
    subscriptions: [red],
    selection: { defaultSubscriptionKey: red.key },
    settings: { ...defaultSettings, azureCliFollows: true },
    ...slices,
  });
  const folder = createFakeAzureCli();
  return { store, folder, stage: createAzureCliStage(store, folder) };
}

const noticesOf = ({ store }: Pick<ReturnType<typeof following>, 'store'>) => store.state().notices;

describe('what Azure CLI knows', () => {
  it('is in the state once it was looked at, and kept from a locked window', async () => {
    const { store, folder, stage } = following();
    folder.found = known;
    const before = store.state().azureCli;
    await stage.commands['look-at-azure-cli']({}, 'window');

    expect([before, store.state().azureCli]).toEqual([{ kind: 'unread' }, known]);
    store.apply({ kind: 'lock-changed', lock: { kind: 'locked', means: [], why: 'asked' } });
    expect(shown(store.state()).azureCli).toEqual({ kind: 'unread' });
  });

  it('outlasts a wipe of what Azimuth has', async () => {
    const { store, folder, stage } = following();
    folder.found = known;
    await stage.look();
    store.apply({ kind: 'wiped' });

    expect([store.state().accounts, store.state().azureCli]).toEqual([[], known]);
  });

  it('is looked at again after a file was removed', async () => {
    const { store, folder, stage } = following();
    folder.found = known;
    const removed = await stage.commands['remove-azure-cli-file'](
      { name: 'accessTokens.json' },
      'window',
    );

    expect([removed, folder.removed, store.state().azureCli]).toEqual([
      succeed(null),
      ['accessTokens.json'],
      known,
    ]);
  });
});

describe('Azure CLI follows the default', () => {
  it('with the account and the tenant it belongs to', async () => {
    const story = following();
    await story.stage.follow();

    expect(story.folder.pointedAt).toEqual([
      { account: alice, tenant: tenantOf(alice, 'red'), subscription: red },
    ]);
    expect(noticesOf(story)).toEqual([]);
  });

  it.each([
    ['while that is switched off', { settings: defaultSettings }],
    ['while there is no default', { selection: {} }],
    ['while the default is not in the list', { subscriptions: [] }],
  ])('not %s', async (_, slices) => {
    const { folder, stage } = following(slices);
    await stage.follow();

    expect(folder.pointedAt).toEqual([]);
  });

  it('and says why if it can’t, until it can', async () => {
    const story = following();
    story.folder.answer = fail(aProblem('unexpected', { detail: 'EACCES' }));
    await story.stage.follow();
    const before = noticesOf(story);
    story.folder.answer = undefined;
    await story.stage.follow();

    expect([before, noticesOf(story)]).toEqual([
      [
        {
          id: 'azure-cli-default',
          tone: 'warning',
          message: 'A problem: unexpected.',
          detail: 'EACCES',
        },
      ],
      [],
    ]);
  });

  it.each([
    [
      { username: bob.username },
      'Azure CLI points at Subscription r1 too, but as bob@example.com: it knows one user for each subscription. “az login” as alice@example.com changes that.',
    ],
    [
      { username: alice.username, currentCloud: 'AzureChinaCloud' },
      'Azure CLI is set to the cloud AzureChinaCloud, so its default there stays. “az cloud set --name AzureCloud” takes it to Subscription r1.',
    ],
  ])('and says what is not as expected: %j', async (followed, message) => {
    const story = following();
    story.folder.answer = succeed(followed);
    await story.stage.follow();

    expect(noticesOf(story)).toEqual([{ id: 'azure-cli-default', tone: 'info', message }]);
  });
});
