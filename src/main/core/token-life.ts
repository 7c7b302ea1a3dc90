import type { Problem } from '../../shared/problem.ts';
import type { Minted } from './mint-token.ts';
import type { Clock } from './ports/clock.ts';

/** Milliseconds that a token has to last at least when a program gets it. */
const shortestLife = 60_000;

export const isTooShort = (
  { expiresAt }: Pick<Minted['token'], 'expiresAt'>,
  clock: Pick<Clock, 'now'>,
): boolean => expiresAt - clock.now() < shortestLife;

export const tooShort: Problem = {
  kind: 'clock-skew',
  message:
    'Entra ID issued a token that ends within a minute, so it was not handed out. Check the clock of this computer.',
  remedy: { kind: 'check-clock' },
};
