import type { AppState } from '../../src/shared/app-state.ts';
import type { Bridge, CommandName, Snapshot, Update } from '../../src/shared/contract.ts';
import { commandInputs } from '../../src/shared/contract.ts';
import type { Result } from '../../src/shared/problem.ts';
import { usualAnswer } from './usual-answers.ts';

export interface SentCommand {
  readonly name: string;
  readonly input: unknown;
}

/** Main as the window sees it: in memory, played by a test, and remembering what it was asked. */
export interface FakeBridge {
  readonly bridge: Bridge;
  readonly commands: SentCommand[];
  /** How many times the window asked to watch. */
  watches(): number;
  state(): AppState;
  /** Sends the slices that changed, as main does. */
  change(changed: Partial<AppState>): void;
  /** Changes the state but loses the message, so that the next one leaves a gap. */
  lose(changed: Partial<AppState>): void;
  /** What a command answers from now on; an Error makes the bridge itself break. */
  answer(name: CommandName, result: Result<unknown> | Error): void;
  /** Lets a command run until it is given an answer. */
  hold(name: CommandName): void;
}

type Listener = (message: Snapshot | Update) => void;

export function createFakeBridge(first: AppState): FakeBridge {
  const listeners = new Set<Listener>();
  const commands: SentCommand[] = [];
  const answers = new Map<CommandName, Result<unknown> | Error>();
  const held = new Map<CommandName, PromiseWithResolvers<void>>();
  let snapshot: Snapshot = { revision: 1, state: first };
  let watches = 0;

  function step(changed: Partial<AppState>): Update {
    const from = snapshot.revision;
    snapshot = { revision: from + 1, state: { ...snapshot.state, ...changed } };
    return { from, revision: from + 1, changed };
  }

  async function run(name: CommandName, input: unknown): Promise<Result<unknown>> {
    commands.push({ name, input });
    commandInputs[name].parse(input);
    await held.get(name)?.promise;
    const answer = answers.get(name) ?? { ok: true, value: usualAnswer(name) };
    if (answer instanceof Error) throw answer;
    return structuredClone(answer);
  }

  return {
    bridge: {
      run: run as Bridge['run'],
      watch: (listener) => {
        watches += 1;
        listeners.add(listener);
        queueMicrotask(() => listeners.has(listener) && listener(structuredClone(snapshot)));
        return () => listeners.delete(listener);
      },
    },
    commands,
    watches: () => watches,
    state: () => snapshot.state,
    change: (changed) => {
      const update = step(changed);
      for (const listener of listeners) listener(structuredClone(update));
    },
    lose: (changed) => void step(changed),
    answer: (name, result) => {
      answers.set(name, result);
      held.get(name)?.resolve();
      held.delete(name);
    },
    hold: (name) => void held.set(name, Promise.withResolvers()),
  };
}
