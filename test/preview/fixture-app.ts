import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchApp } from '../e2e/launch.ts';
import type { LaunchOptions, PreviewApp } from '../e2e/launch.ts';

/** What the fixture's preload exposes. */
export interface FixtureBridge {
  readonly version: string;
  readonly sandboxed: boolean;
  atStart(): Promise<unknown>;
  call(channel: string, ...args: unknown[]): Promise<unknown>;
  tell(channel: string, ...args: unknown[]): void;
  add(a: number, b: number): number;
  fail(): never;
  require(name: string): unknown;
  watch(listener: (state: unknown) => void): () => void;
}

/** The fixture's window, as its page sees it. */
export interface FixtureWindow {
  readonly fixture: FixtureBridge;
  readonly states: readonly unknown[];
  readonly inlineRan?: boolean;
  readonly leaked?: string;
}

const entry = (name: string) => fileURLToPath(new URL(`./fixture/${name}`, import.meta.url));

export function launchFixture(
  profile: string,
  options: Partial<LaunchOptions> = {},
  main = 'main.js',
): Promise<PreviewApp> {
  return launchApp({ ...options, profile, host: 'preview', entry: entry(main) });
}

/** Calls a channel of the fixture from its page. */
export function call(page: Page, channel: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    ([name, given]) => {
      const bridge: FixtureBridge = Reflect.get(globalThis, 'fixture');
      return bridge.call(name, ...given);
    },
    [channel, args] as const,
  );
}

export interface FixtureEvent {
  readonly name: string;
  readonly [detail: string]: unknown;
}

/** What the fixture's main process has seen happen. */
export async function eventsOf(app: PreviewApp): Promise<readonly FixtureEvent[]> {
  const answer = await app.invokeFromFrame('app://azimuth/', 'events');
  return Array.isArray(answer.value) ? answer.value : [];
}
