import { describe, expect, it } from 'vitest';
import type { AppState } from '../../src/shared/app-state.ts';
import type { Usage } from '../../src/shared/usage.ts';
import { nothingUsed, withUse } from '../../src/shared/usage.ts';
import { familiarity } from '../../src/renderer/palette/familiarity.ts';
import { paletteEntries } from '../../src/renderer/palette/palette-entries.ts';
import { createPaletteIndex } from '../../src/renderer/palette/palette-index.ts';
import type { Hit, Piece } from '../../src/renderer/palette/palette-hit.ts';
import { createPaletteSearch } from '../../src/renderer/palette/search-palette.ts';
import { contoso, production, subscriptions } from './directory-fixture.ts';
import { states } from './states.ts';

const day = 24 * 60 * 60_000;

/** The first of what is found. */
function found(text: string, usage: Usage = nothingUsed, state: AppState = states.contexts()) {
  const { favourites } = state.arrangement;
  const index = createPaletteIndex(paletteEntries(state));
  const { count, at } = createPaletteSearch(index, familiarity(usage, favourites))(text);
  return Array.from({ length: Math.min(count, 4) }, (_, index) => at(index)).filter(
    (hit): hit is Hit => hit !== undefined,
  );
}

const named = (hits: readonly Hit[]): readonly string[] =>
  hits.map(({ entry }) => `${entry.kind}: ${entry.name}`);

const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

describe('what is found', () => {
  it.each([
    ['letters in their order', 'sndbx', 'subscription: Sandbox'],
    ['the letters that words begin with', 'cdev', 'subscription: Contoso Development'],
    [
      'the beginnings of words, whatever their order',
      'serv fab',
      'subscription: Fabrikam Shared Services',
    ],
    ['letters without their accents', 'tokyo', 'subscription: データ分析 (Tōkyō)'],
    [
      'an id',
      subscriptions[1]?.subscriptionId.toUpperCase() ?? '',
      'subscription: Contoso Development',
    ],
    ['a tenant by its domain', 'aussicht.ex', 'tenant: Schöne Aussicht GmbH'],
    ['an account by the name of its person', 'okafor', 'account: bob@fabrikam.example'],
    ['a context', 'left', 'context: left behind'],
    ['a command by another word for it', 'preferences', 'command: Settings'],
    ['a token of the default by its service', 'vault', 'command: Copy token for Key Vault'],
  ])('by %s', (_by, text, first) => {
    expect(named(found(text))[0]).toBe(first);
  });

  it('shows what was looked for in the name and in the place', () => {
    const [first] = found('sand alice');

    expect(first && [marked(first.name), marked(first.where)]).toEqual([
      '[Sand]box',
      'Contoso · [alice]@contoso.example',
    ]);
  });

  it('is what has a part of an id in it, beside what is called so', () => {
    const [one, ...rest] = states.contexts().subscriptions;
    if (!one) throw new Error('no subscription is there');
    const part = one.subscriptionId.slice(-6);
    const namesake = { ...one, key: 'k', subscriptionId: 'f'.repeat(36), displayName: part };
    const state = { ...states.contexts(), subscriptions: [one, namesake, ...rest] };

    const hits = named(found(part, nothingUsed, state));
    expect([hits[0], hits.includes(`subscription: ${one.displayName}`)]).toEqual([
      `subscription: ${part}`,
      true,
    ]);
  });

  it('is nothing that only has the letters strewn over its id', () => {
    expect(found('5ae4b8')).toEqual([]);
  });

  it('is nothing where one of the words does not match', () => {
    expect([found('sand'), found('sand xyzzy')].map((hits) => hits.length > 0)).toEqual([
      true,
      false,
    ]);
  });

  it('is counted whole, and its best 500 can be looked through', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => ({
      ...production,
      key: String(index),
      displayName: index === 1_199 ? 'Zebra' : `Zebras ${index}`,
    }));
    const state = { ...states.contexts(), subscriptions: many };
    const index = createPaletteIndex(paletteEntries(state));
    const { count, total, at } = createPaletteSearch(index, () => 0)('zeb');

    expect([count, total, at(0)?.entry.name, at(500)]).toEqual([500, 1_200, 'Zebra', undefined]);
  });

  it('is nothing where nothing matches, and everything where nothing is looked for', () => {
    const search = createPaletteSearch(
      createPaletteIndex(paletteEntries(states.contexts())),
      () => 0,
    );

    expect([search('xyzzy').count, search('  ').count]).toEqual([
      0,
      paletteEntries(states.contexts()).length,
    ]);
  });
});

describe('the order', () => {
  const sandboxes = subscriptions.filter(({ displayName }) => displayName === 'Sandbox');
  const [, second] = sandboxes;
  const development = subscriptions.find(({ displayName }) => displayName.includes('Development'));
  const using = (...keys: readonly string[]): Usage => ({
    ...nothingUsed,
    subscriptions: keys.reduce((uses, key, index) => withUse(uses, key, index * day), {}),
  });

  it('puts what is used before its like, and before everything while nothing is looked for', () => {
    const usage = using(second?.key ?? '');

    expect([found('sandbox', usage)[0]?.entry.key, found('', usage)[0]?.entry.key]).toEqual([
      second?.key,
      second?.key,
    ]);
  });

  it('puts words that stand so before the same words the other way round', () => {
    const pair = ['Core Data', 'Data Core'].map((displayName) => ({
      ...production,
      key: displayName,
      displayName,
    }));
    const state = { ...states.contexts(), subscriptions: pair };

    const first = (text: string) => named(found(text, nothingUsed, state))[0];
    expect([first('data core'), first('core data')]).toEqual([
      'subscription: Data Core',
      'subscription: Core Data',
    ]);
  });

  it('puts what was used often and lately before what was used once, long ago', () => {
    const usage = using(production.key, development?.key ?? '', development?.key ?? '');

    expect(
      found('', usage)
        .slice(0, 2)
        .map(({ entry }) => entry.name),
    ).toEqual(['Contoso Development', 'Contoso Production']);
  });

  it('puts a favourite after what is used most and before what never was', () => {
    const { arrangement, ...state } = states.contexts();
    const starred = { ...state, arrangement: { ...arrangement, favourites: [second?.key ?? ''] } };

    expect(
      found('', using(production.key), starred)
        .slice(0, 2)
        .map(({ entry }) => entry.key),
    ).toEqual([production.key, second?.key]);
  });

  it('leaves a much better match before one that is only used', () => {
    const usage = using(production.key);

    expect(named(found('contoso development', usage))[0]).toBe('subscription: Contoso Development');
  });
});

describe('an entry', () => {
  const entries = paletteEntries(states.contexts());
  const entryOf = (name: string, kind: string) =>
    entries.find((one) => one.name === name && one.kind === kind);

  it('says what is production, where the person points, and in which colour', () => {
    const { production: isProduction, current } =
      entryOf('Contoso Production', 'subscription') ?? {};
    const context = entryOf('contoso-production', 'context');

    expect([isProduction, current, context?.colour, context?.production]).toEqual([
      true,
      true,
      'red',
      true,
    ]);
  });

  it('knows what to switch to, what token to copy, and which id', () => {
    const { enter, token, id } = entryOf('Contoso Production', 'subscription') ?? {};
    const tenant = entryOf('Contoso', 'tenant');

    expect([enter, token?.target, id, tenant?.enter, tenant?.id]).toEqual([
      { kind: 'choose-default', subscriptionKey: production.key },
      { kind: 'subscription', subscriptionKey: production.key },
      { kind: 'subscription-id', subscriptionKey: production.key },
      { kind: 'look-into', key: contoso.key, name: 'Contoso' },
      { kind: 'tenant-id', tenantKey: contoso.key },
    ]);
  });

  it('is the way to sign in, and to what needs nobody, where nobody is', () => {
    expect(paletteEntries(states.firstRun()).map(({ name }) => name)).toEqual([
      'Sign in…',
      'Sign in with a device code…',
      'Open Azimuth',
      'Activity',
      'SDK endpoint',
      'Clouds',
      'Where secrets are',
      'Azure CLI',
      'Settings',
      'Lock',
    ]);
  });
});
