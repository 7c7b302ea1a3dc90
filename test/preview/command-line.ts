import type { CommandLine } from 'electron';

/** `app.commandLine`: the switches the app was started with and those it added. */
export function createCommandLine(argv: readonly string[]) {
  const switches = new Map<string, string>();
  for (const argument of argv) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name !== undefined) switches.set(name, value);
  }
  return {
    appendArgument: (_value: string): void => undefined,
    appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
    hasSwitch: (name: string): boolean => switches.has(name),
    removeSwitch: (name: string): void => void switches.delete(name),
  } satisfies Pick<CommandLine, keyof CommandLine>;
}
