import { app, Menu, nativeTheme, Tray } from 'electron';
import type { Clock } from '../core/ports/clock.ts';
import type { ShownStore } from '../core/shown-store.ts';
import type { Colour } from '../../shared/colour.ts';
import type { MenuAct, MenuLine } from '../views/menu-line.ts';
import type { TrayLook } from '../views/tray-look.ts';
import { trayLook } from '../views/tray-look.ts';
import { dockMenu, trayMenu } from '../views/tray-menu.ts';
import { drawMenu } from './draw-menu.ts';
import { watchPanelTheme } from './panel-theme.ts';
import { colourDot, trayIcon } from './tray-icon.ts';

export interface TrayDeps {
  readonly store: ShownStore;
  readonly clock: Pick<Clock, 'after'>;
  /** The folder of its pictures. */
  readonly icons: string;
  readonly act: (act: MenuAct) => Promise<void>;
}

export interface SystemTray {
  /** Puts the icon up again, for a desktop that shows trays only by now. */
  renew(): void;
}

/** Milliseconds between two drawings while the list comes in. */
const settling = 200;

/** The icon beside the clock: draws the state as it is, from scratch. */
export function createTray({ store, clock, icons, act }: TrayDeps): SystemTray {
  let waiting = false;
  let drawn = '';

  const panelIsDark = watchPanelTheme(() => draw());
  const iconOf = ({ sign }: TrayLook): string =>
    trayIcon(icons, process.platform, sign, panelIsDark());
  const carryOut = (wanted: MenuAct): void =>
    void act(wanted).finally(() => {
      // The system has ticked the line that was clicked; only the state says whether it is so.
      drawn = '';
      draw();
    });

  // Held here: a tray that nothing holds goes with the garbage.
  const putUp = (): Tray => {
    const tray = new Tray(iconOf(trayLook(store.snapshot().state)));
    // Where a click opens the menu, the system does that by itself.
    if (process.platform !== 'darwin') tray.on('click', () => carryOut({ kind: 'open' }));
    return tray;
  };

  const draw = (): void => {
    const { state } = store.snapshot();
    const look = trayLook(state);
    const menuIsDark = nativeTheme.shouldUseDarkColors;
    const lines = trayMenu(state);
    const next = JSON.stringify([look, iconOf(look), menuIsDark, lines]);
    // A menu that is open when another one is set closes on some systems.
    if (next === drawn) return;
    drawn = next;
    tray.setImage(iconOf(look));
    tray.setToolTip(look.toolTip);
    if (process.platform === 'darwin') tray.setTitle(look.title);
    const dot = (colour: Colour): string => colourDot(icons, colour, menuIsDark);
    const menuOf = (shown: readonly MenuLine[]): Menu =>
      Menu.buildFromTemplate(drawMenu(shown, { dot, act: carryOut }));
    tray.setContextMenu(menuOf(lines));
    app.dock?.setMenu(menuOf(dockMenu(state)));
  };

  let tray = putUp();
  draw();
  store.subscribe(() => {
    if (waiting) return;
    waiting = true;
    clock.after(settling, () => {
      waiting = false;
      draw();
    });
  });

  return {
    renew() {
      tray.destroy();
      tray = putUp();
      drawn = '';
      draw();
    },
  };
}
