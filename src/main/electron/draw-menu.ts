import type { MenuItemConstructorOptions } from 'electron';
import type { Colour } from '../../shared/colour.ts';
import type { MenuAct, MenuLine } from '../views/menu-line.ts';

export interface DrawingDeps {
  /** The picture of a colour. */
  readonly dot: (colour: Colour) => string;
  readonly act: (act: MenuAct) => void;
}

/** A menu as Electron takes it. */
export const drawMenu = (
  lines: readonly MenuLine[],
  deps: DrawingDeps,
): MenuItemConstructorOptions[] => lines.map((line) => drawLine(line, deps));

function drawLine(line: MenuLine, deps: DrawingDeps): MenuItemConstructorOptions {
  if (line.kind === 'line') return { type: 'separator' };
  const { colour } = line;
  const face = {
    // A single ampersand would mark a letter as the line's key.
    label: line.label.replaceAll('&', '&&'),
    ...(colour === undefined ? {} : { icon: deps.dot(colour) }),
  };
  switch (line.kind) {
    case 'text':
      return { ...face, enabled: false };
    case 'menu':
      return { ...face, submenu: drawMenu(line.lines, deps) };
    case 'act': {
      const { act, chosen } = line;
      const click = (): void => deps.act(act);
      // Electron checks the first of radio items where none is chosen, so these are checkboxes.
      if (chosen !== undefined) return { ...face, click, type: 'checkbox', checked: chosen };
      return { ...face, click };
    }
  }
}
