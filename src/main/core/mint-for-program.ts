import type { Asker } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { Recorder } from './hand-out.ts';
import { nobodyWaits, recordHandOut } from './hand-out.ts';
import type { Minted, Minting } from './mint-token.ts';
import { isTooShort, tooShort } from './token-life.ts';

/**
 * Mints for a surface that hands the token to a program, and records that.
 *
 * @param patience milliseconds for which the program waits for a person to agree, where a production context asks for that
 * @param isThere whether the program still waits once the token is there; one that has gone gets none
 */
export type MintForProgram = (
  target: TokenTarget,
  audience: Audience,
  to: Asker,
  patience?: number,
  isThere?: () => boolean,
) => Promise<Result<Minted>>;

export const mintForProgram =
  (recorder: Recorder, { mint }: Pick<Minting, 'mint'>): MintForProgram =>
  async (target, audience, to, patience, isThere = () => true) => {
    const minted = await mint(target, audience, to, patience);
    if (!minted.ok) return minted;
    if (!isThere()) return fail(nobodyWaits);
    if (isTooShort(minted.value.token, recorder.clock)) return fail(tooShort);
    recordHandOut(recorder, minted.value, { ...to, act: 'issued' });
    return minted;
  };
