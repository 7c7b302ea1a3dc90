import type { MenuAct, MenuLine } from '../../../src/main/views/menu-line.ts';

/** A menu as text, a line each: `▸` opens what is indented below it, `✓` is chosen, `·` is not, parentheses can't be clicked. */
export function menuText(lines: readonly MenuLine[], indent = ''): readonly string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'line') return [`${indent}---`];
    const label = line.colour === undefined ? line.label : `${line.label} [${line.colour}]`;
    switch (line.kind) {
      case 'text':
        return [`${indent}(${label})`];
      case 'menu':
        return [`${indent}▸ ${label}`, ...menuText(line.lines, `${indent}  `)];
      case 'act':
        return [`${indent}${line.chosen === undefined ? '' : line.chosen ? '✓ ' : '· '}${label}`];
    }
    return [];
  });
}

/** What a click on the line at the end of a path does. */
export function actAt(lines: readonly MenuLine[], ...path: readonly string[]): MenuAct | undefined {
  const [label, ...rest] = path;
  const line = lines.find((one) => one.kind !== 'line' && one.label === label);
  if (line?.kind === 'menu') return actAt(line.lines, ...rest);
  return line?.kind === 'act' ? line.act : undefined;
}
