import { expect, test } from 'vitest';
import type { ActivityRecord } from '../../src/shared/activity.ts';
import { activityRecords, askerLabel, exportActivity } from '../../src/shared/activity.ts';
import type { HandOut } from '../../src/shared/app-state.ts';

const handOut: HandOut = {
  id: '1',
  at: Date.UTC(2026, 0, 31, 12),
  surface: 'cli',
  act: 'issued',
  program: 'terraform',
  pid: 42,
  context: 'prod',
  audience: { kind: 'known', id: 'graph' },
  username: 'ada@contoso.com',
  accountKey: 'ada',
  tenantId: 'red',
  expiresAt: Date.UTC(2026, 0, 31, 13),
};

const record: ActivityRecord = {
  time: '2026-01-31T12:00:00.000Z',
  act: 'Issued',
  surface: 'Command line',
  program: 'terraform',
  pid: 42,
  grant: null,
  context: 'prod',
  account: 'ada@contoso.com',
  tenantId: 'red',
  tenantName: null,
  audience: 'Microsoft Graph',
  expires: '2026-01-31T13:00:00.000Z',
};

test('a record is in words, and says honestly who could not be told', () => {
  const { program: _program, pid: _pid, context: _context, ...bare } = handOut;
  expect(activityRecords({ activity: [handOut, bare], tenants: [] })).toEqual([
    record,
    { ...record, program: null, pid: null, context: null },
  ]);
  expect([
    askerLabel(handOut),
    askerLabel(bare),
    askerLabel({ ...bare, surface: 'window' }),
    askerLabel({ ...handOut, surface: 'sdk-endpoint', grant: 'Orders API' }),
  ]).toEqual([
    'Command line: terraform (process 42)',
    'Command line: a program that could not be told',
    'Window',
    'SDK endpoint: terraform (process 42), grant Orders API',
  ]);
});

test('the table is one that no spreadsheet runs anything of', () => {
  const strange = {
    ...record,
    program: '=HYPERLINK("http://evil")',
    grant: '+1',
    context: 'x;=1+1',
    account: '-2',
    tenantId: '@SUM(A1)',
    tenantName: 'Contoso, "Ltd"\nEurope',
  };
  expect(exportActivity([record, strange], 'csv')).toBe(
    [
      'time,act,surface,program,pid,grant,context,account,tenantId,tenantName,audience,expires',
      '2026-01-31T12:00:00.000Z,Issued,Command line,terraform,42,,prod,ada@contoso.com,red,,Microsoft Graph,2026-01-31T13:00:00.000Z',
      `2026-01-31T12:00:00.000Z,Issued,Command line,"'=HYPERLINK(""http://evil"")",42,'+1,"x;=1+1",'-2,'@SUM(A1),"Contoso, ""Ltd""\nEurope",Microsoft Graph,2026-01-31T13:00:00.000Z`,
      '',
    ].join('\r\n'),
  );
  expect(JSON.parse(exportActivity([strange], 'json'))).toEqual([strange]);
});
