import { execFile } from 'node:child_process';

/** Milliseconds that a session bus has for its answer. */
const patience = 2_000;

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
const getProperty = 'org.freedesktop.DBus.Properties.Get';
const property = 'IsStatusNotifierHostRegistered';

/** Programs that ask the session bus; a desktop has one of them at least. */
const ways: readonly (readonly [program: string, args: readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      `--dest=${watcher}`,
      `--object-path=${path}`,
      `--method=${getProperty}`,
      watcher,
      property,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${watcher}`,
      path,
      getProperty,
      `string:${watcher}`,
      `string:${property}`,
    ],
  ],
];

/**
 * Whether this desktop shows tray icons. On Linux it does where a watcher, with which icons register, knows a panel that
 * shows them: what Chromium asks too, once, before it puts an icon up. GNOME without an extension has no watcher
 * (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/). `AZIMUTH_TRAY=yes|no`
 * knows better, as for panels of another kind. The preview host has no panel.
 */
export async function trayIsShown(): Promise<boolean> {
  const said = process.env['AZIMUTH_TRAY'];
  if (said === 'yes' || said === 'no') return said === 'yes';
  if (!process.versions['electron']) return false;
  return process.platform !== 'linux' || hasPanel();
}

/** Whether the session bus knows of a panel that shows tray icons; where there is no bus, there is none. */
export async function hasPanel(): Promise<boolean> {
  for (const [program, args] of ways) {
    const answer = await outputOf(program, args);
    if (answer !== undefined) return /\btrue\b/.test(answer);
  }
  return false;
}

/** What a program answers, nothing if it is refused; undefined where it is not installed. */
function outputOf(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patience }, (error, stdout) =>
      resolve(error?.code === 'ENOENT' ? undefined : stdout),
    );
  });
}
