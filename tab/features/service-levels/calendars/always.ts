import type { BusinessHours } from '../../../../backend/contracts/business-hours.ts';

/** The calendar that is always there, as the preview takes it. */
export const always: BusinessHours = {
  tz: 'UTC',
  hours: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => [day, [['00:00', '24:00']]]),
  ),
};
