import { describe, expect, test } from 'vitest';
import { createPersistentCache } from '../../../src/main/azure/persistent-cache.ts';
import { createFakeClock, createFakeLog, createFakeVault, settle } from '../core/fakes.ts';

/** MSAL's cache: a text, and whether it changed since it was last taken. */
function createFakeTokenCache() {
  const cache = {
    text: 'empty',
    changed: false,
    change(text: string): void {
      cache.text = text;
      cache.changed = true;
    },
    deserialize(text: string): void {
      if (text.startsWith('broken')) throw new SyntaxError('no JSON');
      cache.text = text;
    },
    serialize(): string {
      cache.changed = false;
      return cache.text;
    },
    hasChanged: () => cache.changed,
  };
  return cache;
}

function caching(stored?: string) {
  const tokens = createFakeTokenCache();
  const vault = createFakeVault(stored === undefined ? {} : { 'msal-cache': stored });
  const clock = createFakeClock();
  const log = createFakeLog();
  return { tokens, vault, clock, log, cache: createPersistentCache(tokens, vault, clock, log) };
}

describe("MSAL's cache", () => {
  test('is read once, and nobody goes on before it is', async () => {
    const { tokens, vault, cache } = caching('remembered');
    const read = vault.read;
    let reads = 0;
    vault.read = (document) => {
      reads += 1;
      return read(document);
    };
    await Promise.all([cache.loaded(), cache.loaded()]);
    await cache.loaded();

    expect([tokens.text, reads, vault.writes]).toEqual(['remembered', 1, []]);
  });

  test('that makes no sense is set aside, and a new one begins', async () => {
    const { tokens, vault, cache } = caching('broken');
    await cache.loaded();

    expect([tokens.text, vault.setAsides]).toEqual(['empty', ['msal-cache']]);
  });

  test('that is not there is no reason to set anything aside', async () => {
    const { vault, cache } = caching();
    await cache.loaded();

    expect(vault.setAsides).toEqual([]);
  });

  test('is written once for a hundred changes in a moment', async () => {
    const { tokens, vault, clock, cache } = caching();
    for (let count = 0; count < 100; count += 1) {
      tokens.change(`after ${count}`);
      cache.used();
      clock.advance(10);
    }
    const early = vault.writes.length;
    clock.advance(1_500);
    await settle();

    expect([early, vault.writes.length, vault.contents.get('msal-cache')]).toEqual([
      0,
      1,
      'after 99',
    ]);
  });

  test('is not written when nothing changed', async () => {
    const { vault, clock, cache } = caching('remembered');
    await cache.loaded();
    cache.used();
    clock.advance(10_000);
    await cache.flush();

    expect([vault.writes, clock.waiting()]).toEqual([[], 0]);
  });

  test('is written at once by a flush, which leaves no timer', async () => {
    const { tokens, vault, clock, cache } = caching();
    tokens.change('new');
    cache.used();
    await cache.flush();

    expect([vault.contents.get('msal-cache'), clock.waiting()]).toEqual(['new', 0]);
  });

  test('is written also when somebody took a snapshot of it, which MSAL counts as written', async () => {
    const { tokens, vault, clock, cache } = caching();
    tokens.change('new');
    const snapshot = cache.snapshot();
    clock.advance(1_500);
    await settle();
    const byTimer = vault.contents.get('msal-cache');
    tokens.change('newer');
    cache.snapshot();
    await cache.flush();

    expect([snapshot, byTimer, vault.contents.get('msal-cache'), vault.writes.length]).toEqual([
      'new',
      'new',
      'newer',
      2,
    ]);
  });

  test('is on disk when a flush ends, also when the timer had begun to write it', async () => {
    const { tokens, vault, clock, cache } = caching();
    vault.held = true;
    tokens.change('new');
    cache.used();
    clock.advance(1_500);
    let flushed = false;
    const flush = cache.flush().then(() => (flushed = true));
    await settle();
    const before = flushed;
    vault.release();
    await flush;

    expect([before, vault.contents.get('msal-cache')]).toEqual([false, 'new']);
  });

  test('that can not be written is written later, and ends nothing', async () => {
    const { tokens, vault, clock, log, cache } = caching();
    const write = vault.write;
    vault.write = () => Promise.reject(new Error('no space left'));
    tokens.change('new');
    cache.used();
    clock.advance(1_500);
    await settle();
    const refused = cache.flush();
    await expect(refused).rejects.toThrow('no space left');
    vault.write = write;
    cache.used();
    clock.advance(1_500);
    await settle();

    expect([log.lines, vault.contents.get('msal-cache'), clock.waiting()]).toEqual([
      ['sessions can not be written {"error":"Error: no space left"}'],
      'new',
      0,
    ]);
  });
});
