import type { AppState, Asker } from './app-state.ts';
import { audienceLabel } from './audience.ts';
import { actNames, surfaceNames } from './format.ts';

/** One hand-out as it leaves the app: in words that need no list beside it. */
export interface ActivityRecord {
  /** ISO 8601, as `expires`. */
  readonly time: string;
  readonly act: string;
  readonly surface: string;
  /** Null where it could not be told. */
  readonly program: string | null;
  readonly pid: number | null;
  /** The name of the grant that it showed. */
  readonly grant: string | null;
  readonly context: string | null;
  readonly account: string;
  readonly tenantId: string;
  readonly tenantName: string | null;
  readonly audience: string;
  readonly expires: string;
}

/** Newest first. */
export function activityRecords({
  activity,
  tenants,
}: Pick<AppState, 'activity' | 'tenants'>): readonly ActivityRecord[] {
  const names = new Map(tenants.map(({ tenantId, displayName }) => [tenantId, displayName]));
  return activity.map((one) => ({
    time: new Date(one.at).toISOString(),
    act: actNames[one.act],
    surface: surfaceNames[one.surface],
    program: one.program ?? null,
    pid: one.pid ?? null,
    grant: one.grant ?? null,
    context: one.context ?? null,
    account: one.username,
    tenantId: one.tenantId,
    tenantName: names.get(one.tenantId) ?? null,
    audience: audienceLabel(one.audience),
    expires: new Date(one.expiresAt).toISOString(),
  }));
}

/** Who got it, said honestly: only the window needs no name, and only some platforms tell one. */
export function askerLabel({ surface, program, pid, grant }: Asker): string {
  if (surface !== 'cli' && surface !== 'sdk-endpoint') return surfaceNames[surface];
  const who = program ?? 'a program that could not be told';
  const where = pid === undefined ? '' : ` (process ${pid})`;
  const by = grant === undefined ? '' : `, grant ${grant}`;
  return `${surfaceNames[surface]}: ${who}${where}${by}`;
}

export const exportFormats = ['csv', 'json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export function exportActivity(records: readonly ActivityRecord[], format: ExportFormat): string {
  return format === 'csv' ? csv(records) : `${JSON.stringify(records, undefined, 2)}\n`;
}

const columns = [
  'time',
  'act',
  'surface',
  'program',
  'pid',
  'grant',
  'context',
  'account',
  'tenantId',
  'tenantName',
  'audience',
  'expires',
] as const satisfies readonly (keyof ActivityRecord)[];

/** https://www.rfc-editor.org/rfc/rfc4180 */
function csv(records: readonly ActivityRecord[]): string {
  const lines = [columns, ...records.map((record) => columns.map((name) => record[name]))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A name that begins like a formula gets an apostrophe in front, so that no spreadsheet runs it. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  // Some spreadsheets part cells at a semicolon or tab too, where the language has the comma in its numbers.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
