import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import { preloadWorld } from './preload-world.ts';
import type { PreloadOptions } from './preload-world.ts';
import { valueText } from './value-text.ts';
import { worldPort } from './world-port.ts';

export interface PageScripts {
  /** Runs first in the page's own world. */
  readonly page: string;
  /** Runs in the preload's isolated world. */
  readonly preload: string;
  /** The binding through which the preload's world calls the host. */
  readonly binding: string;
  /** The function of the preload's world through which the host calls it. */
  readonly hearing: string;
}

/** What the page's world reports instead of opening a window. */
export interface WindowRequest {
  readonly url: string;
  readonly name: string;
}

/**
 * `window.open` as a page of a denying app sees it: null, at once. The request goes to the host,
 * which asks the app's handler. Links to other windows do not come this way; the host closes those.
 */
function denyWindows(page: EventTarget & { open?: unknown }, eventName: string): void {
  page.open = function open(url: unknown = '', name: unknown = '_blank') {
    const detail: WindowRequest = { url: String(url), name: String(name) };
    page.dispatchEvent(new CustomEvent(eventName, { detail }));
    return null;
  };
}

/** Nothing else exists here; pretending would let a test pass that Electron would fail. */
function refuseWeakPages({ contextIsolation, nodeIntegration, sandbox }: WebPreferences): void {
  if (contextIsolation === false || nodeIntegration === true || sandbox === false) {
    throw new Error('The preview host has isolated, sandboxed pages without Node only.');
  }
}

/** The source texts that make a page of this window, for `Page.addScriptToEvaluateOnNewDocument`. */
export function writePageScripts(preferences: WebPreferences): PageScripts {
  refuseWeakPages(preferences);
  const [toPage, toPreload, sign, opening, binding, hearing] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  const options: PreloadOptions = {
    hearing: String(hearing),
    opening: String(opening),
    inSubFrames: preferences.nodeIntegrationInSubFrames ?? false,
    arguments: preferences.additionalArguments ?? [],
    platform: process.platform,
    architecture: process.arch,
    versions: { node: process.versions.node, v8: process.versions.v8 },
    sandboxed: true,
  };
  const names = (says: unknown, hears: unknown) =>
    [says, hears, sign].map((name) => JSON.stringify(name)).join(', ');

  return {
    binding: String(binding),
    hearing: String(hearing),
    page: `(() => {
      (${denyWindows.toString()})(globalThis, ${JSON.stringify(opening)});
      if (globalThis.top !== globalThis && !${options.inSubFrames}) return;
      (${worldPort.toString()})(globalThis, ${names(toPreload, toPage)});
    })();`,
    preload: `(() => {
      const say = globalThis[${JSON.stringify(binding)}];
      delete globalThis[${JSON.stringify(binding)}];
      const port = (${worldPort.toString()})(globalThis, ${names(toPage, toPreload)});
      const preload = ${preloadSource(preferences.preload)};
      (${preloadWorld.toString()})(globalThis, port, (${valueText.toString()})(), say, ${JSON.stringify(options)}, preload);
    })();`,
  };
}

function preloadSource(path: string | undefined): string {
  if (path === undefined) return 'undefined';
  if (path.endsWith('.mjs')) {
    throw new Error(`A sandboxed preload must be CommonJS, and ${path} is not.`);
  }
  return `(function (require, module, exports, process) {\n${readFileSync(path, 'utf8')}\n})`;
}
