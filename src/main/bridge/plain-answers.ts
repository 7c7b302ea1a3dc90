import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Clock } from '../core/ports/clock.ts';
import { answerWithin, nextWithin, sendBody } from './answer-body.ts';
import type { Portion, RunningCommand } from './running-command.ts';
import { runCommand } from './running-command.ts';
import type { Interpret } from './terminal.ts';
import type { Word } from './split-command-line.ts';
import { readCommand, readTyped, readVariables } from './windows-request.ts';

/** A command whose client takes what it says apart, step by step. */
interface Told {
  readonly command: RunningCommand;
  readonly places: readonly Word[];
  /** What the last control line was about. */
  readonly portion: Portion;
  readonly cancelTimer: () => void;
}

/** Does one step, unless there is no such step, or no such command any more: that is the answer. */
export type PlainAnswers = (
  step: string,
  body: Buffer,
  response: ServerResponse,
) => Promise<boolean>;

/**
 * The same commands for a client that can't take headers apart: `azimuth.cmd`. Each request names a step in the header
 * `Azimuth-Step`. `run`, `next ID` and `answer ID` are answered with a control line of plain words,
 *
 *     azimuth ID (exit CODE | become OFFSET | next 0 | ask 0 | openly 0) (out | -) (err | -)
 *
 * and what it announces is fetched as bodies, each for its place: `stdout ID`, `stderr ID` (which ends in the question, if
 * there is one), `environment ID`. The first step of all is `hello`, which we answer with our proof.
 *
 * @param proof none where the client knows by other means who listens
 */
export function createPlainAnswers(
  interpret: Promise<Interpret>,
  clock: Clock,
  proof: string | undefined,
): PlainAnswers {
  const commands = new Map<string, Told>();

  const keep = (id: string, told: Omit<Told, 'cancelTimer'>): void => {
    const { question, exit } = told.portion;
    const cancelTimer = clock.after(question === undefined ? nextWithin : answerWithin, () => {
      commands.delete(id);
      if (exit === undefined) told.command.abandon();
    });
    commands.set(id, { ...told, cancelTimer });
  };

  const take = (id: string): Told | undefined => {
    const told = commands.get(id);
    told?.cancelTimer();
    commands.delete(id);
    return told;
  };

  /** Waits for what the command says next, and announces it. */
  const control = async (
    response: ServerResponse,
    id: string,
    { command, places }: Pick<Told, 'command' | 'places'>,
  ): Promise<void> => {
    const hungUp = (): void => command.abandon();
    response.once('close', hungUp);
    const portion = await command.next();
    response.off('close', hungUp);
    if (response.destroyed) return command.abandon();
    keep(id, { command, places, portion });
    sendBody(response, 200, Buffer.from(controlLine(id, portion, places)));
  };

  /** A reader may take its time; who hangs up ends the command. */
  const part = (response: ServerResponse, id: string, told: Told, body: Buffer): void => {
    response.once('close', () => {
      if (response.writableFinished) keep(id, told);
      else told.command.abandon();
    });
    sendBody(response, 200, body);
  };

  return async (step, body, response) => {
    const [verb = '', id = ''] = step.split(' ');
    if (verb === 'hello' && proof !== undefined) {
      sendBody(response, 200, Buffer.from(`# ${proof}\r\n`));
      return true;
    }
    if (verb === 'run') {
      const { line, places } = readCommand(readVariables(body));
      const command = runCommand(await interpret, line, clock);
      await control(response, randomUUID(), { command, places });
      return true;
    }
    const told = take(id);
    if (!told) return false;
    switch (verb) {
      case 'answer':
        told.command.answer(readTyped(readVariables(body)));
        await control(response, id, told);
        return true;
      case 'next':
        await control(response, id, told);
        return true;
      case 'stdout':
        part(response, id, told, told.portion.stdout);
        return true;
      case 'stderr':
        part(response, id, told, stderrOf(told.portion));
        return true;
      case 'environment':
        part(response, id, told, environmentOf(told.portion));
        return true;
      default:
        keep(id, told);
        return false;
    }
  };
}

function controlLine(id: string, portion: Portion, places: readonly Word[]): string {
  const out = portion.stdout.length > 0 ? 'out' : '-';
  const err = stderrOf(portion).length > 0 ? 'err' : '-';
  return `azimuth ${id} ${state(portion, places)} ${out} ${err}\r\n`;
}

function state({ exit, question, program }: Portion, places: readonly Word[]): string {
  if (exit !== undefined && program) return `become ${places[program.skip]?.start ?? 0}`;
  if (exit !== undefined) return `exit ${exit}`;
  if (question) return question.openly ? 'openly 0' : 'ask 0';
  return 'next 0';
}

const stderrOf = ({ stderr, question }: Portion): Buffer =>
  Buffer.concat([stderr, Buffer.from(question?.prompt ?? '')]);

/** A line for each variable; none of their values has a line's end in it. */
const environmentOf = ({ program }: Portion): Buffer =>
  Buffer.from((program?.environment ?? []).map(([name, value]) => `${name}=${value}\r\n`).join(''));
