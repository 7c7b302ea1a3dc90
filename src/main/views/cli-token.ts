import type { HandedOutToken } from '../../shared/az-token-json.ts';
import { azTokenJson } from '../../shared/az-token-json.ts';
import type { CliAnswer } from './cli-format.ts';

/** `account get-access-token`. */
export const accessTokenAnswer = (token: HandedOutToken, timeZone?: string): CliAnswer => ({
  value: azTokenJson(token, timeZone),
});
