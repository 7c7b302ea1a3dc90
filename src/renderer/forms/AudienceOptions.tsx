import { audienceIds, audienceNames } from '../../shared/audience.ts';

/** The well-known services, as the options of a select. */
export function AudienceOptions() {
  return audienceIds.map((id) => (
    <option key={id} value={id}>
      {audienceNames[id]}
    </option>
  ));
}
