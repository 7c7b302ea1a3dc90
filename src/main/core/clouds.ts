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
import type { CloudScout, SaveClouds } from './ports.ts';
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

  const keep = async (clouds: Clouds): Promise<Result<null>> => {
    try {
      await save(clouds);
    } catch (error) {
      return fail(notWritten(error));
    }
    store.apply({ kind: 'clouds-changed', clouds });
    return succeed(null);
  };

  const replace = (cloud: Cloud): Promise<Result<null>> => {
    const { current } = store.state().clouds;
    return keep({ current, known: known().map((one) => (one.name === cloud.name ? cloud : one)) });
  };

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
      // A terminal may have added one of this name meanwhile.
      const late = taken(input);
      if (late) return fail(late);
      const { current } = store.state().clouds;
      return keep({ current, known: [...known(), customCloud(found.value)] });
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
      await signingIn.cancel();
      const { displayName, clientId } = before;
      const done = await replace(customCloud({ clientId, ...found.value, displayName }));
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
      await signingIn.cancel();
      const { current } = store.state().clouds;
      return keep({
        current: current === name ? publicCloud.name : current,
        known: known().filter((one) => one.name !== name),
      });
    },
    async 'choose-cloud'({ cloud }) {
      if (!cloudNamed(known(), cloud)) return fail(unknownCloud(cloud));
      return keep({ current: cloud, known: known() });
    },
    async 'set-client-id'({ cloud: name, clientId = defaultClientId }) {
      const cloud = cloudNamed(known(), name);
      return cloud ? replace({ ...cloud, clientId }) : fail(unknownCloud(name));
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
