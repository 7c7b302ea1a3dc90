export interface HandedOutToken {
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The tenant, in the words in which it was asked for. */
  readonly tenant: string;
  /** None for a token that was asked for a tenant. */
  readonly subscriptionId?: string | undefined;
}

/** What `az account get-access-token` prints. */
export type AzTokenJson = Readonly<Record<string, string | number>>;

/**
 * A token as Azure CLI prints it. `expires_on` is a number of epoch seconds; `expiresOn` is local time without a zone, as
 * Azure CLI has it.
 *
 * @param timeZone the zone of the terminal that asked
 */
export function azTokenJson(token: HandedOutToken, timeZone?: string): AzTokenJson {
  const seconds = Math.floor(token.expiresAt / 1_000);
  return {
    accessToken: token.accessToken,
    expiresOn: localTime(seconds * 1_000, timeZone),
    expires_on: seconds,
    ...(token.subscriptionId === undefined ? {} : { subscription: token.subscriptionId }),
    tenant: token.tenant,
    tokenType: 'Bearer',
  };
}

/** `2026-11-22 14:29:21.000000`; Sweden's way to write a date is ISO 8601 with a blank. */
function localTime(at: number, timeZone: string | undefined): string {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? { timeZone } : {};
  const text = new Intl.DateTimeFormat('sv-SE', {
    ...zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return `${text}.000000`;
}

/** TZ may also hold a rule (`CET-1CEST`) or a file (`:/etc/localtime`), which JavaScript does not know. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
