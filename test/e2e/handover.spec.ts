import type { ChildProcess } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Place, Ran } from '../cli/host.ts';
import { openPlace, setPassphrase, typing } from '../cli/host.ts';
import type { PreviewApp } from './launch.ts';
import { launchApp } from './launch.ts';
import { expect, onPreview } from './azimuth-test.ts';
import { linkQuestion } from './click-link.ts';

type Launch = (args?: readonly string[]) => Promise<PreviewApp>;

const test = base.extend<{
  place: Place & { readonly host: ChildProcess };
  launch: Launch;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it
  place: async ({}, use) => {
    const place = await openPlace();
    await use({ ...place, host: await place.startHost() });
    await place.close();
  },
  launch: async ({ place }, use) => {
    const apps: PreviewApp[] = [];
    await use(async (args = []) => {
      const app = await launchApp({
        host: 'preview',
        args,
        profile: place.profile,
        env: { NODE_EXTRA_CA_CERTS: place.environment['NODE_EXTRA_CA_CERTS'] },
      });
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.quit()));
  },
});

const running = ({ stdout }: Ran): unknown => {
  const { host, accounts, locked } = JSON.parse(stdout) as Record<string, unknown>;
  return { host, accounts: Array.isArray(accounts) ? accounts.length : accounts, locked };
};

/** Starts the app beside one that has the profile; gives its exit code once the other one has heard of it. */
async function startBeside(
  { profile }: Place,
  launch: Launch,
  args: readonly string[],
): Promise<number> {
  const inbox = join(profile, 'preview-second-instance');
  await expect(() => access(inbox)).toPass();
  const code = await (await launch(args)).exited();
  await expect.poll(() => readdir(inbox)).toEqual([]);
  return code;
}

const status = async (place: Place): Promise<unknown> => running(await place.azimuth('status'));

test(
  'the window takes over from a program without one, and the terminal then reaches the window',
  onPreview,
  async ({ place, launch }) => {
    const app = await launch();
    await app.window();

    expect(await status(place)).toEqual({ host: 'preview', accounts: 0, locked: false });
    expect(await app.dialogs()).toEqual([]);
  },
);

test(
  'what is started while the other program does not answer yet is done once the profile is taken over',
  onPreview,
  async ({ place, launch }) => {
    place.host.kill('SIGSTOP');
    const app = await launch(['--hidden']);
    expect(await startBeside(place, launch, ['azimuth://switch?context=nobody'])).toBe(0);
    place.host.kill('SIGCONT');
    const question = linkQuestion(await app.window());

    await question.getByText('This link names a context that you do not have.').waitFor();
  },
);

test.describe('sign-ins that would be lost', () => {
  test.beforeEach(async ({ place }) => {
    expect((await place.signIn(place.cloud.directory.users.adele)).code).toBe(0);
  });

  test('are named, and end when the person says so', onPreview, async ({ place, launch }) => {
    const app = await launch();
    await app.answerNextDialog({ button: 'Take over' });
    await app.window();

    expect(await app.dialogs()).toEqual([
      {
        kind: 'message',
        title: 'Azimuth',
        message: 'Azimuth already runs without a window. Take over from it?',
        detail:
          'It keeps these accounts in memory only, so you would have to sign in again:\n\nadele.vance@contoso.com',
        buttons: ['Take over', 'Leave it running'],
      },
    ]);
    expect(await status(place)).toEqual({ host: 'preview', accounts: 0, locked: false });
  });

  test(
    'stay when they don’t, and the window does not open',
    onPreview,
    async ({ place, launch }) => {
      const app = await launch();

      expect(await app.exited()).toBe(0);
      expect(await status(place)).toEqual({ host: 'headless', accounts: 1, locked: false });
    },
  );

  test(
    'are not even asked about at a hidden start, as when the person signs in to the computer',
    onPreview,
    async ({ place, launch }) => {
      const app = await launch(['--hidden']);
      // If it asked, this would be a yes.
      await app.answerNextDialog({ button: 'Take over' });

      expect(await app.exited()).toBe(0);
      expect(await status(place)).toEqual({ host: 'headless', accounts: 1, locked: false });
    },
  );

  test(
    'are asked about where the person starts the app before the hidden start has left',
    onPreview,
    async ({ place, launch }) => {
      place.host.kill('SIGSTOP');
      const app = await launch(['--hidden']);
      await app.answerNextDialog({ button: 'Take over' });
      expect(await startBeside(place, launch, [])).toBe(0);
      place.host.kill('SIGCONT');
      await app.window();

      expect((await app.dialogs()).map(({ title }) => title)).toEqual(['Azimuth']);
      expect(await status(place)).toEqual({ host: 'preview', accounts: 0, locked: false });
    },
  );

  test(
    'are not asked about for a second hidden start either',
    onPreview,
    async ({ place, launch }) => {
      place.host.kill('SIGSTOP');
      const app = await launch(['--hidden']);
      // If it asked, this would be a yes.
      await app.answerNextDialog({ button: 'Take over' });
      expect(await startBeside(place, launch, ['--hidden'])).toBe(0);
      place.host.kill('SIGCONT');

      expect(await app.exited()).toBe(0);
      expect(await status(place)).toEqual({ host: 'headless', accounts: 1, locked: false });
    },
  );

  test(
    'are not lost where a passphrase keeps them, also while locked',
    onPreview,
    async ({ place, launch }) => {
      const passphrase = 'correct horse battery';
      await setPassphrase(place, passphrase);
      await place.azimuth('lock');
      const app = await launch();
      await app.window();

      expect(await app.dialogs()).toEqual([]);
      expect(await status(place)).toEqual({ host: 'preview', accounts: 0, locked: true });
      await typing(place, `${passphrase}\n`, 'unlock');
      expect(await status(place)).toEqual({ host: 'preview', accounts: 1, locked: false });
    },
  );
});
