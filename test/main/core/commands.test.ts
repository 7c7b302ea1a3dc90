import { describe, expect, test } from 'vitest';
import type { CommandHandlers } from '../../../src/main/core/commands.ts';
import { createCommands } from '../../../src/main/core/commands.ts';
import { commandInputs } from '../../../src/shared/contract.ts';
import { succeed } from '../../../src/shared/problem.ts';

/** Handlers that note what reached them; those named in `bugs` throw. */
function commands(bugs: readonly string[] = []) {
  const reached: [name: string, input: unknown, surface: string][] = [];
  const failures: [name: string, error: unknown][] = [];
  const note = (name: string) => async (input: unknown, surface: string) => {
    reached.push([name, input, surface]);
    if (bugs.includes(name)) throw new Error('a bug');
    return succeed(null);
  };
  const handlers = Object.fromEntries(
    Object.keys(commandInputs).map((name) => [name, note(name)]),
  ) as unknown as CommandHandlers;
  const run = createCommands(handlers, (...failure) => failures.push(failure));
  return { run, reached, failures };
}

describe('a command', () => {
  test('reaches its handler with its input checked and its surface named', async () => {
    const { run, reached } = commands();
    const answer = await run('choose-default', { subscriptionKey: 'a', more: 'ignored' }, 'tray');

    expect([answer, reached]).toEqual([
      succeed(null),
      [['choose-default', { subscriptionKey: 'a' }, 'tray']],
    ]);
  });

  test.each([
    [
      'issue-token',
      {
        target: { kind: 'default' },
        audience: { kind: 'resource', resource: 'https://a.example https://b.example' },
      },
      {
        message: 'A resource has no spaces. Several scopes are asked for as scopes.',
        detail: 'in audience.resource',
      },
    ],
    [
      'issue-token',
      { target: { kind: 'default' }, audience: { kind: 'scopes', scopes: [] } },
      { message: 'Type at least one scope.', detail: 'in audience.scopes' },
    ],
    [
      'sign-in',
      { method: 'interactive', tenant: 'https://contoso.com/' },
      {
        message: 'A tenant is named by its id or by a domain, such as contoso.com.',
        detail: 'in tenant',
      },
    ],
    ['change-settings', { clipboardSeconds: 4 }, { detail: 'in clipboardSeconds' }],
    ['change-settings', { clipboardSeconds: 3_601 }, { detail: 'in clipboardSeconds' }],
    ['change-settings', { theme: 'pink' }, { detail: 'in theme' }],
    ['copy-token', { tokenId: '' }, { detail: 'in tokenId' }],
    ['copy-token', { tokenId: 'x'.repeat(513) }, { detail: 'in tokenId' }],
    ['sign-out', undefined, {}],
    ['sign-out', 'alice', {}],
  ] as const)('%s with %j is refused in words and reaches nobody', async (name, input, problem) => {
    const { run, reached } = commands();
    const answer = await run(name, input, 'window');

    expect([answer, reached]).toMatchObject([
      { ok: false, problem: { kind: 'invalid-input', ...problem } },
      [],
    ]);
  });

  test('that throws is answered in words, and told apart from the message of the exception', async () => {
    const { run, failures } = commands(['refresh']);
    const answer = await run('refresh', {}, 'window');

    expect(answer).toEqual({
      ok: false,
      problem: {
        kind: 'unexpected',
        message: 'Something went wrong inside Azimuth. The log has the details.',
        remedy: { kind: 'retry' },
      },
    });
    expect(failures).toEqual([['refresh', new Error('a bug')]]);
  });

  test('takes the domain of a tenant in any script, without the blanks around it', async () => {
    const { run, reached } = commands();
    await run('sign-in', { method: 'device-code', tenant: ' größe.example ' }, 'window');

    expect(reached[0]?.[1]).toEqual({ method: 'device-code', tenant: 'größe.example' });
  });
});
