import { EventEmitter } from 'node:events';
import type {
  Notification as ElectronNotification,
  NotificationConstructorOptions,
} from 'electron';
import { tellHarness } from './control-link.ts';
import type { ShownNotification } from './control.ts';
import { createEvent } from './event.ts';

let lastId = 0;
let shown: readonly Notification[] = [];

/** A notification: recorded, told to the harness, clicked through the control channel. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }

  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: NonNullable<NotificationConstructorOptions['urgency']>;
  readonly #id: number;
  #closed = false;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    lastId += 1;
    this.#id = lastId;
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
  }

  show(): void {
    if (process.env['AZIMUTH_PREVIEW_NOTIFICATIONS'] === 'none') {
      this.emit('failed', createEvent({}), 'no service shows notifications');
      return;
    }
    shown = [...shown.filter((notification) => notification !== this), this];
    this.#closed = false;
    this.emit('show', createEvent({}));
    tellHarness({ event: 'notification', notification: this.describe() });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close', createEvent({}));
  }

  describe(): ShownNotification {
    const { title, body, urgency, silent } = this;
    return { id: this.#id, title, body, urgency, silent, closed: this.#closed };
  }
}

type Own = Exclude<keyof Notification, keyof EventEmitter>;
type Standing = Pick<ElectronNotification, Extract<keyof ElectronNotification, Own>>;
Notification satisfies new (options?: NotificationConstructorOptions) => Standing;

export const shownNotifications = (): ShownNotification[] =>
  shown.map((notification) => notification.describe());

export function clickNotification(id: number): void {
  const found = shown.find((notification) => notification.describe().id === id);
  if (!found) throw new Error(`No notification ${id} was shown.`);
  found.emit('click', createEvent({}));
}
