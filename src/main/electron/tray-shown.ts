import { execFile } from 'node:child_process';

/** Milliseconds that a session bus has for its answer. */
const patience = 2_000;

/** Ways to ask the session bus whether somebody has a name; a desktop has one of them at least. */
const ways = (name: string): readonly (readonly [program: string, args: readonly string[]])[] => [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest=org.freedesktop.DBus',
      '--object-path=/org/freedesktop/DBus',
      '--method=org.freedesktop.DBus.NameHasOwner',
      name,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${name}`,
    ],
  ],
];

/**
 * Whether this desktop shows tray icons. On Linux it does where something has the name of the watcher that icons register
 * with; GNOME without an extension has none
 * (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/). `AZIMUTH_TRAY=yes|no`
 * knows better, as for panels of another kind. The preview host has no panel.
 */
export async function trayIsShown(): Promise<boolean> {
  const said = process.env['AZIMUTH_TRAY'];
  if (said === 'yes' || said === 'no') return said === 'yes';
  if (!process.versions['electron']) return false;
  return process.platform !== 'linux' || hasOwner('org.kde.StatusNotifierWatcher');
}

/** Whether somebody has a name on the session bus; where there is no bus, nobody has. */
export async function hasOwner(name: string): Promise<boolean> {
  for (const [program, args] of ways(name)) {
    const answer = await outputOf(program, args);
    if (answer !== undefined) return /\btrue\b/.test(answer);
  }
  return false;
}

function outputOf(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patience }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    );
  });
}
