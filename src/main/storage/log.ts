import { chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';
import type { Notice } from '../../shared/app-state.ts';
import type { Log } from '../core/ports.ts';
import { redact } from './redact.ts';

/** Bytes after which the log starts anew; the one before is kept. */
const rotateAt = 2_000_000;

/** The log: lines of JSON, redacted at the sink so that no caller can forget it, readable by its owner only. */
/** A log that can't be kept is no reason not to start. */
export function openLog(file: string, notice: (notice: Notice) => void): Log {
  try {
    return openFile(file);
  } catch (error) {
    notice({
      id: 'log',
      tone: 'warning',
      message: `Azimuth can not write its log (${file}), so it goes on without one. Check what stands in its place.`,
      detail: String(error),
    });
    return { info: () => {}, warn: () => {} };
  }
}

function openFile(file: string): Log {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rotate(file);
  const sink = pino.destination({ dest: file, sync: true, mode: 0o600 });
  // A full disk must not end the program, least of all while it reports a full disk: such a line is lost.
  sink.on('error', () => undefined);
  chmodSync(file, 0o600);
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => sink.write(redact(line)) },
  );
  return {
    info: (message, facts = {}) => logger.info(facts, message),
    warn: (message, facts = {}) => logger.warn(facts, message),
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > rotateAt) renameSync(file, `${file}.previous`);
}
