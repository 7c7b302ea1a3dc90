import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Clock } from '../core/ports/clock.ts';
import { answerWithin, nextWithin, sendBody } from './answer-body.ts';
import { answerHeaders } from './answer-headers.ts';
import { callingProgram } from './calling-program.ts';
import type { Door } from './guard.ts';
import { largestBody, refuseRequest } from './guard.ts';
import { createPlainAnswers } from './plain-answers.ts';
import { readRequest } from './request-body.ts';
import type { Portion, RunningCommand } from './running-command.ts';
import { runCommand } from './running-command.ts';
import type { Interpret } from './terminal.ts';

/** Bytes of stdout that fit into any pipe at once, so that writing them can't take long. */
const fitsIntoPipe = 16_384;

/** The waiting answers of one running command, under an id that only its client knows. */
interface Waiting {
  readonly command: RunningCommand;
  /** What was taken from the command and is still to be sent. */
  readonly held: Portion | undefined;
  readonly giveUp: () => void;
}

/**
 * `POST /v1/command` over HTTP/1.1. The body of an answer is stdout, byte for byte; stderr and the exit code are in its
 * headers (see `answer-headers.ts`). A command that goes on answers with `Azimuth-Next: ID;`, and the client asks again with
 * the field `next=ID`. Each answer is whole and has its length, so a client can tell a finished command from a cut
 * connection; a client that hangs up or doesn't come back ends its command. A client that can't take headers apart names a
 * step, and gets plain answers (see `plain-answers.ts`).
 *
 * @param interpret resolves when the program is ready to run commands; clients that come early wait
 */
export function createCommandServer(
  interpret: Promise<Interpret>,
  clock: Clock,
  door: Door,
): Server {
  const waiting = new Map<string, Waiting>();
  const answerPlainly = createPlainAnswers(interpret, clock, door.proof);

  const keep = (command: RunningCommand, held: Portion | undefined, patience: number): string => {
    const id = randomUUID();
    const cancelTimer = clock.after(patience, () => {
      waiting.delete(id);
      command.abandon();
    });
    waiting.set(id, { command, held, giveUp: cancelTimer });
    return id;
  };

  const send = (response: ServerResponse, command: RunningCommand, portion: Portion): void => {
    const { stdout, stderr, exit, question, program } = portion;
    const unhurried = stdout.length > fitsIntoPipe;
    const patience = question === undefined ? nextWithin : answerWithin;
    const ending = exit === undefined ? { next: keep(command, undefined, patience) } : { exit };
    const headers = answerHeaders({ stderr, ending, unhurried, question, program });
    sendBody(response, 200, stdout, headers);
  };

  /** A long stdout is announced first: the client asks for it again without a time limit. */
  const announce = (response: ServerResponse, command: RunningCommand, portion: Portion): void => {
    const next = keep(command, { ...portion, stderr: nothing }, nextWithin);
    const facts = { stderr: portion.stderr, ending: { next }, unhurried: true };
    sendBody(response, 200, nothing, answerHeaders(facts));
  };

  const follow = async (response: ServerResponse, command: RunningCommand): Promise<void> => {
    const hungUp = (): void => command.abandon();
    response.once('close', hungUp);
    const portion = await command.next();
    response.off('close', hungUp);
    if (response.destroyed) return command.abandon();
    if (portion.stdout.length > fitsIntoPipe) return announce(response, command, portion);
    return send(response, command, portion);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refuseRequest(request.method, request.url, request.headers, door);
    if (refused) return refuse(response, refused.status, refused.message);
    const body = await readBody(request);
    const { 'azimuth-step': step } = request.headers;
    if (typeof step === 'string') {
      const done = await answerPlainly(step, body, response);
      return done ? undefined : refuse(response, 410, over);
    }
    const asked = readRequest(body);
    if (!asked) return refuse(response, 400, 'That is no command line.');
    if (asked.kind === 'run') {
      const program = await callingProgram(asked.parent);
      const { parent: pid } = asked;
      const line = {
        ...asked.line,
        ...(pid === undefined ? {} : { pid }),
        ...(program === undefined ? {} : { program }),
      };
      return follow(response, runCommand(await interpret, line, clock));
    }
    const rest = waiting.get(asked.id);
    if (!rest) return refuse(response, 410, over);
    waiting.delete(asked.id);
    rest.giveUp();
    if (asked.answer !== undefined) rest.command.answer(asked.answer);
    return rest.held ? send(response, rest.command, rest.held) : follow(response, rest.command);
  };

  const server = createServer(
    { headersTimeout: 3_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      // A client that hangs up in the middle of its request has nobody to answer.
      answer(request, response).catch(() => response.destroy());
    },
  );
  server.maxHeadersCount = 20;
  server.maxConnections = 512;
  return server;
}

const nothing = Buffer.alloc(0);

const over = 'This command is over.';

/** A refusal is an answer like any other: it fails with one line, which our client prints. */
function refuse(response: ServerResponse, status: number, message: string): void {
  const facts = { stderr: Buffer.from(`ERROR: ${message}\n`), ending: { exit: 1 } };
  sendBody(response, status, nothing, {
    ...(status === 405 ? { Allow: 'POST' } : {}),
    ...answerHeaders(facts),
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > largestBody) throw new Error('more than was announced');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
