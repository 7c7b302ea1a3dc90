/** What the walk saw; printed as one JSON object or as a table. */
export interface DemoReport {
  readonly ok: boolean;
  readonly host: 'preview' | 'electron';
  readonly signIn: { readonly interactive: boolean; readonly deviceCode: boolean };
  readonly accounts: number;
  /** Different tenants; two users in one tenant count it once. */
  readonly tenants: number;
  /** Rows of the list: a subscription that two users reach is two. */
  readonly subscriptions: number;
  readonly problems: readonly { readonly tenant: string; readonly kind: string }[];
  readonly default: { readonly subscription: string; readonly tenant: string } | undefined;
  readonly token: {
    readonly audience: string;
    readonly tenant: string;
    /** ISO 8601, UTC. */
    readonly expiresOn: string;
  };
  readonly clipboard: boolean;
  readonly restartKeptSession: boolean;
  readonly screenshots: readonly string[];
}

export function reportTable(report: DemoReport): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Host', report.host],
    ['Interactive sign-in', yes(report.signIn.interactive)],
    ['Device-code sign-in', yes(report.signIn.deviceCode)],
    ['Accounts', String(report.accounts)],
    ['Tenants', String(report.tenants)],
    ['Subscriptions', String(report.subscriptions)],
    ...report.problems.map(({ tenant, kind }) => [`Problem in ${tenant}`, kind] as const),
    ['Default', `${report.default?.subscription ?? '-'} (${report.default?.tenant ?? '-'})`],
    ['Token for', report.token.audience],
    ['Token of tenant', report.token.tenant],
    ['Token until', report.token.expiresOn],
    ['On the clipboard', yes(report.clipboard)],
    ['Kept over a restart', yes(report.restartKeptSession)],
    ...report.screenshots.map((path) => ['Picture', path] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function yes(value: boolean): string {
  return value ? 'yes' : 'NO';
}
