import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page, ViewportSize } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject } from 'vitest';
import { findBrowser, howToGetABrowser } from '../preview/find-browser.ts';
import type { SentCommand } from './fake-bridge.ts';
import './page-globals.ts';
import type { StateName } from './states.ts';

/**
 * The policy that the app's `app://` handler has to send. Griffel and Fluent add empty `<style>` elements and fill them
 * through the CSSOM; the hash is that of the empty text, so that nothing but empty ones is let in.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The built window on the fake bridge, served as the app serves it, in a real browser for a file of tests. */
export interface Stage {
  /** A fresh window that shows a state of `states.ts`, in light, and takes the place of the one before. */
  open(state: StateName, size?: ViewportSize): Promise<Page>;
  close(): Promise<void>;
}

const usualSize: ViewportSize = { width: 1100, height: 720 };

export async function openStage(): Promise<Stage> {
  const folder = inject('pageFolder');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    readFile(join(folder, path)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': types[extname(path)] ?? 'application/octet-stream',
            'content-security-policy': contentSecurityPolicy,
          })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  let page: Page | undefined;
  return {
    open: async (state, size = usualSize) => {
      await page?.context().close();
      page = await browser.newPage({
        viewport: size,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      page.setDefaultTimeout(15_000);
      await page.goto(`http://127.0.0.1:${port}/?state=${state}`);
      await page.locator('main').waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(howToGetABrowser());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** The commands that the window has sent to main so far. */
export function sentBy(page: Page): Promise<readonly SentCommand[]> {
  return page.evaluate(() => window.fake.commands);
}
