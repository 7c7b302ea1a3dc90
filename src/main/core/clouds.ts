import type { Cloud, Clouds } from '../../shared/cloud.ts';
import {
  cloudNamed,
  customCloud,
  defaultClientId,
  isPublished,
  publicCloud,
} from '../../shared/cloud.ts';
import type { CloudInput } from '../../shared/cloud-input.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem, ProblemField, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { Discovery } from './discover.ts';
import type { CloudScout } from './ports/azure.ts';
import type { SaveClouds } from './ports/storage.ts';
import type { SignInStage } from './sign-in.ts';
import type { Store } from './store.ts';
import { unknownCloud } from './unknown-cloud.ts';

export interface CloudDeps {
  readonly store: Store;
  readonly scout: CloudScout;
  readonly save: SaveClouds;
  /** When a cloud changes, a sign-in that is under way would go on with the old one. */
  readonly signingIn: Pick<SignInStage, 'cancel'>;
  readonly discovery: Pick<Discovery, 'again'>;
}

/** The commands about clouds. What is refused is not stored. */
export function cloudCommands({
  store,
  scout,
  save,
  signingIn,
  discovery,
}: CloudDeps): Pick<
  CommandHandlers,
  'add-cloud' | 'change-cloud' | 'remove-cloud' | 'choose-cloud' | 'set-client-id'
> {
  const known = (): readonly Cloud[] => store.state().clouds.known;
  const accountsOf = (cloud: string): readonly Account[] =>
    store.state().accounts.filter((account) => account.cloud === cloud);

  /** A sign-in to another cloud goes on. */
  const cancelSignInTo = async (cloud: string): Promise<void> => {
    const { signIn } = store.state();
    if (signIn.kind !== 'idle' && signIn.purpose.cloud === cloud) await signingIn.cancel();
  };

  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other, each of what the one before it left: a script adds several clouds at once. */
  const keep = (change: (clouds: Clouds) => Result<Clouds>): Promise<Result<null>> => {
    const kept = last.then(async () => {
      const changed = change(store.state().clouds);
      if (!changed.ok) return changed;
      try {
        await save(changed.value);
      } catch (error) {
        return fail(notWritten(error));
      }
      store.apply({ kind: 'clouds-changed', clouds: changed.value });
      return succeed(null);
    });
    last = kept;
    return kept;
  };

  /** Puts a cloud into the place of the one of its name, which may be gone meanwhile. */
  const replace = (name: string, into: (before: Cloud) => Cloud): Promise<Result<null>> =>
    keep((clouds) => {
      if (!cloudNamed(clouds.known, name)) return fail(unknownCloud(name));
      const all = clouds.known.map((one) => (one.name === name ? into(one) : one));
      return succeed({ ...clouds, known: all });
    });

  const taken = ({ name }: CloudInput): Problem | undefined => {
    const same = known().find((cloud) => cloud.name.toLowerCase() === name.toLowerCase());
    return same && wrong('name', `There is a cloud called ${same.name} already.`);
  };

  return {
    async 'add-cloud'(input) {
      const early = taken(input);
      if (early) return fail(early);
      const found = await scout.look(input);
      if (!found.ok) return found;
      return keep((clouds) => {
        // A terminal may have added one of this name meanwhile.
        const late = taken(input);
        return late
          ? fail(late)
          : succeed({ ...clouds, known: [...clouds.known, customCloud(found.value)] });
      });
    },
    async 'change-cloud'(input) {
      const before = cloudNamed(known(), input.name);
      if (!before) return fail(unknownCloud(input.name));
      const found = await scout.look(input);
      if (!found.ok) return found;
      // Sessions belong to an authority: it can't move away below them.
      if (found.value.authority !== before.authority && accountsOf(before.name).length > 0) {
        return fail(
          wrong(
            'authority',
            `Accounts are signed in at ${before.authority}, and this would be ${found.value.authority}. Sign them out first.`,
          ),
        );
      }
      await cancelSignInTo(before.name);
      const done = await replace(before.name, ({ displayName, clientId }) =>
        customCloud({ clientId, ...found.value, displayName }),
      );
      if (done.ok) for (const { key } of accountsOf(input.name)) void discovery.again(key);
      return done;
    },
    async 'remove-cloud'({ cloud: name }) {
      const cloud = cloudNamed(known(), name);
      if (!cloud) return fail(unknownCloud(name));
      if (isPublished(cloud)) return fail(refused(`${name} is one of Microsoft’s own clouds.`));
      if (accountsOf(name).length > 0) {
        return fail(
          refused(`Accounts of ${cloud.displayName} are signed in. Sign out its accounts first.`),
        );
      }
      await cancelSignInTo(name);
      return keep((clouds) =>
        succeed({
          current: clouds.current === name ? publicCloud.name : clouds.current,
          known: clouds.known.filter((one) => one.name !== name),
        }),
      );
    },
    async 'choose-cloud'({ cloud }) {
      return keep((clouds) =>
        cloudNamed(clouds.known, cloud)
          ? succeed({ ...clouds, current: cloud })
          : fail(unknownCloud(cloud)),
      );
    },
    async 'set-client-id'({ cloud, clientId = defaultClientId }) {
      return replace(cloud, (before) => ({ ...before, clientId }));
    },
  };
}

const refused = (message: string): Problem => ({ kind: 'invalid-input', message });

const wrong = (field: ProblemField, message: string): Problem => ({ ...refused(message), field });

const notWritten = (error: unknown): Problem => ({
  kind: 'unexpected',
  message:
    'cloud.json could not be written, so nothing changed. Check the free space and the permissions of the folder.',
  detail: String(error),
});
