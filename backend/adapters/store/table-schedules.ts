import type { Schedule, ScheduleState } from '../../domain/reports/schedule.ts';
import type { Schedules } from '../../ports/schedules.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { NamedRows } from './named-rows.ts';

/** Schedules of reports. */
export function tableSchedules(backend: TableBackend, tenant = 'local'): Schedules {
  return {
    plans: new NamedRows<Schedule>(backend, 'schedules', 'schedule', tenant),
    states: new NamedRows<ScheduleState>(backend, 'schedule-states', 'run', tenant),
  };
}
