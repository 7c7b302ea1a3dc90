import type { CdpMessage } from './cdp-pipe.ts';
import { tellHarness } from './control-link.ts';
import { controlVerbs } from './control-verbs.ts';
import type { ToHost, Verb } from './control.ts';
import { app } from './app.ts';
import { connectGuest } from './guest-connection.ts';
import type { GuestConnection } from './guest-connection.ts';
import { onChromiumStarted } from './running-chromium.ts';
import type { Chromium } from './chromium.ts';

let chromium: Chromium | undefined;
let guest: GuestConnection | undefined;
let early: CdpMessage[] = [];
let wanted = false;

async function attachGuest(): Promise<void> {
  wanted = true;
  if (!chromium) return;
  guest = await connectGuest(chromium.pipe, (cdp) => tellHarness({ cdp }));
  for (const message of early) guest.receive(message);
  early = [];
}

function receive(message: CdpMessage): void {
  if (guest) guest.receive(message);
  else early.push(message);
}

async function answer(request: number, verb: Verb, given: unknown): Promise<void> {
  try {
    if (verb === 'attach') {
      early = [];
      await attachGuest();
    }
    const value = verb === 'attach' ? null : await controlVerbs[verb](given as never);
    tellHarness({ answer: request, ok: true, value });
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error);
    tellHarness({ answer: request, ok: false, value });
  }
}

/** Obeys the program that started this host over Node's IPC channel; without one, does nothing. */
export function serveControl(): void {
  if (!process.connected) return;
  onChromiumStarted((started) => {
    chromium = started;
    started.pipe.onClosed(() => {
      chromium = undefined;
      guest = undefined;
      tellHarness({ event: 'browser-gone' });
    });
    if (wanted) void attachGuest().catch(() => undefined);
  });
  process.on('message', (message: ToHost) => {
    if ('cdp' in message) receive(message.cdp);
    else void answer(message.request, message.verb, message.with);
  });
  // Whoever started us has died: leave nothing running.
  process.on('disconnect', () => app.exit(1));
}
