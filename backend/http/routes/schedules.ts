import type { ScheduleUseCases, SeenSchedule } from '../../app/reports/schedule-use-cases.ts';
import type { ReportSchedule } from '../../contracts/report.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Answer } from '../call.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

type ScheduleRoutes = Pick<
  ApiHandlers,
  | 'listSchedules'
  | 'readSchedule'
  | 'createSchedule'
  | 'replaceSchedule'
  | 'deleteSchedule'
  | 'sendScheduleNow'
  | 'listChannels'
>;

export function scheduleRoutes(app: ScheduleUseCases): ScheduleRoutes {
  return {
    listSchedules: async ({ actor, params }) => {
      const items = (await app.listSchedules(actor, params.id)).map(present);
      return { body: { items, total: items.length } };
    },
    createSchedule: async ({ actor, params, body }) => ({
      ...shown(await app.createSchedule(actor, params.id, body)),
      status: 201,
    }),
    readSchedule: async ({ actor, params }) => shown(await app.getSchedule(actor, params.id)),
    replaceSchedule: ({ actor, params, body, ifMatch }) =>
      changed(
        ifMatch,
        () => app.getSchedule(actor, params.id),
        (version) => app.changeSchedule(actor, params.id, body, version),
      ),
    deleteSchedule: ({ actor, params, ifMatch }) =>
      changed(
        ifMatch,
        () => app.getSchedule(actor, params.id),
        (version) => app.deleteSchedule(actor, params.id, version),
      ),
    sendScheduleNow: async ({ actor, params }) => shown(await app.sendScheduleNow(actor, params.id)),
    listChannels: async () => {
      const items = await app.listChannels();
      return { body: { items, total: items.length } };
    },
  };
}

function shown(schedule: SeenSchedule): Answer<ReportSchedule> {
  return { body: present(schedule), etag: schedule.plan.etag };
}

function present({ plan: { value, etag }, state, next }: SeenSchedule): ReportSchedule {
  const { id, reportId, ownerId, every, weekday, day, time, zone, to, formats, channel, paused } = value;
  const rhythm = { every, weekday, day, time, zone };
  const { run, last, failures } = state;
  return {
    ...{ id, report: reportId, owner: ownerId, ...rhythm, to, formats, channel, paused },
    ...{ next, running: run !== null, last, failures, etag },
  };
}

async function changed(
  ifMatch: IfMatch | undefined,
  now: () => Promise<SeenSchedule>,
  change: (version: string | undefined) => Promise<SeenSchedule>,
): Promise<Answer<ReportSchedule>> {
  try {
    return shown(await change(await versionToMatch(ifMatch, async () => (await now()).plan.etag)));
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    throw new Failure('stale', error.message, { current: present(await now()), cause: error });
  }
}
