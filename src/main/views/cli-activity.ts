import type { ActivityRecord } from '../../shared/activity.ts';
import type { CliAnswer } from './cli-format.ts';

/** `activity list`. */
export function activityAnswer(records: readonly ActivityRecord[]): CliAnswer {
  return {
    value: records.map((one) => ({ ...one })),
    table: records.map(
      ({ act, surface, program, pid, grant, context, account, tenantId, tenantName, ...one }) => ({
        Time: one.time,
        Act: act,
        Surface: surface,
        Program: program ?? (surface === 'Window' ? '' : '(unknown)'),
        Process: pid ?? '',
        Grant: grant ?? '',
        Context: context ?? '',
        Account: account,
        Tenant: tenantName ?? tenantId,
        Audience: one.audience,
        Expires: one.expires,
      }),
    ),
  };
}
