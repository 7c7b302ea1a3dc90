import { EventEmitter } from 'node:events';
import type { Tray as ElectronTray } from 'electron';
import { createEvent } from './event.ts';
import type { Menu } from './menu.ts';
import type { NativeImage } from './native-image.ts';

let trays: readonly Tray[] = [];

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

/** A tray icon that no panel shows: recorded, and clicked through the control channel. */
export class Tray extends EventEmitter {
  menu: Menu | null = null;
  toolTip = '';
  #title = '';
  #image: NativeImage | string;
  #destroyed = false;

  constructor(image: NativeImage | string, _guid?: string) {
    super();
    this.#image = image;
    trays = [...trays, this];
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }

  popUpContextMenu(menu?: Menu): void {
    (menu ?? this.menu)?.popup();
  }

  closeContextMenu(): void {
    this.menu?.closePopup();
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setImage(image: NativeImage | string): void {
    this.#image = image;
  }

  getImage(): NativeImage | string {
    return this.#image;
  }

  setPressedImage(_image: NativeImage | string): void {}
  setIgnoreDoubleClickEvents(_ignore: boolean): void {}
  displayBalloon(_options: object): void {}
  removeBalloon(): void {}
  focus(): void {}

  getBounds() {
    return nowhere;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    this.#destroyed = true;
    trays = trays.filter((tray) => tray !== this);
  }

  /** The user's click on the icon. */
  press(): void {
    this.emit('click', createEvent({}), nowhere, { x: 0, y: 0 });
  }
}

type Own = Exclude<keyof Tray, keyof EventEmitter>;
type Standing = Pick<ElectronTray, Extract<keyof ElectronTray, Own>>;
Tray satisfies new (image: string, guid?: string) => { readonly [M in keyof Standing]: unknown };

export const allTrays = (): readonly Tray[] => trays;
