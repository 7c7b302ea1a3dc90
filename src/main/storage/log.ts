import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';
import type { Notice } from '../../shared/app-state.ts';
import type { Log } from '../core/ports/storage.ts';
import { redact } from './redact.ts';

/** Bytes after which the log starts anew; the one before is kept. */
const rotateAt = 2_000_000;

/** Opens the log. One that can't be kept is no reason not to start. */
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

/**
 * The log: lines of JSON, redacted at the sink so that no caller can forget it, readable by its owner only. The file is
 * opened for each line, so that it can be removed at any time, on Windows too, and begins anew with the next line.
 */
function openFile(file: string): Log {
  const append = (text: string): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    rotate(file);
    appendFileSync(file, text, { mode: 0o600 });
  };
  append('');
  chmodSync(file, 0o600);
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write(line: string) {
        try {
          append(redact(line));
        } catch {
          // A full disk must not end the program, least of all while it reports a full disk: such a line is lost.
        }
      },
    },
  );
  return {
    info: (message, facts = {}) => logger.info(facts, message),
    warn: (message, facts = {}) => logger.warn(facts, message),
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= rotateAt) return;
  try {
    renameSync(file, `${file}.previous`);
  } catch {
    // Better a long log than none, such as while another program has it open on Windows.
  }
}
