import type { ActivityRecord } from '../../shared/activity.ts';
import type { CliAnswer } from './cli-format.ts';

/** `activity list`. */
export function activityAnswer(records: readonly ActivityRecord[]): CliAnswer {
  return {
    value: records.map((one) => ({ ...one })),
    table: records.map(
      ({ time, act, surface, program, context, account, tenantId, tenantName, audience }) => ({
        Time: time,
        Act: act,
        Surface: surface,
        Program: program ?? (surface === 'Window' ? '' : '(unknown)'),
        Context: context ?? '',
        Account: account,
        Tenant: tenantName ?? tenantId,
        Audience: audience,
      }),
    ),
  };
}
