/** A program that a test uses, as it is called on PATH, and the package of Debian that has it. */
export interface Program {
  readonly name: string;
  readonly debian: readonly string[];
}

export const browser: Program = { name: 'chromium', debian: ['chromium'] };

/** What tests run beside the browser. */
export const testPrograms: readonly Program[] = [
  { name: 'curl', debian: ['curl'] },
  { name: 'openssl', debian: ['openssl'] },
  { name: 'Xvfb', debian: ['xvfb'] },
  { name: 'xclip', debian: ['xclip'] },
  { name: 'sway', debian: ['sway'] },
  { name: 'wl-copy', debian: ['wl-clipboard'] },
  { name: 'dbus-run-session', debian: ['dbus'] },
  { name: 'gnome-keyring-daemon', debian: ['gnome-keyring'] },
  { name: 'secret-tool', debian: ['libsecret-tools'] },
  { name: 'zsh', debian: ['zsh'] },
  { name: 'fish', debian: ['fish'] },
  // python3-azure is only recommended by azure-cli, but it does not start without.
  { name: 'az', debian: ['azure-cli', 'python3-azure'] },
];

/** What the machine is, as far as installing goes. */
export interface Machine {
  readonly isRoot: boolean;
  /** Debian's own apt-get: Ubuntu's `chromium` only forwards to snap, which containers do not have. */
  readonly hasDebianApt: boolean;
}

export type InstallPlan =
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  | { readonly kind: 'tell'; readonly sentence: string };

/** Decides what to do about missing programs. It never asks for a password: what needs one is told, not done. */
export function planInstall(missing: readonly Program[], machine: Machine): InstallPlan {
  if (missing.length === 0) return { kind: 'nothing-to-do' };
  const packages = missing.flatMap(({ debian }) => debian);
  if (machine.hasDebianApt && machine.isRoot) return { kind: 'install', packages };
  const names = missing.map(({ name }) => name).join(', ');
  return machine.hasDebianApt
    ? {
        kind: 'tell',
        sentence: `Not found: ${names}. Install with: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
      }
    : {
        kind: 'tell',
        sentence: `Not found: ${names}. Install them: tests that run them fail without.`,
      };
}
