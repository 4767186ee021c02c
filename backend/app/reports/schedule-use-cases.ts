import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { countsFrom, newState, nextAfter, type Schedule, type ScheduleState } from '../../domain/reports/schedule.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Schedules } from '../../ports/schedules.ts';
import type { Clock, Ids } from '../../ports/system.ts';
import { mayReceive, type RecipientDeps } from './recipients.ts';

export type ScheduleFields = Omit<Schedule, 'id' | 'reportId' | 'ownerId' | 'createdAt' | 'updatedAt'>;

/** A schedule with what it has done; `next` is null while it is paused. */
export interface SeenSchedule {
  plan: Versioned<Schedule>;
  state: ScheduleState;
  next: string | null;
}

/** Reports that are sent by themselves. For managers; whoever sees a report may schedule it. */
export interface ScheduleUseCases {
  /** @throws Failure `not-found` for a report that the caller does not see */
  listSchedules(actor: Actor, reportId: string): Promise<SeenSchedule[]>;
  /** @throws Failure `not-found` */
  getSchedule(actor: Actor, id: string): Promise<SeenSchedule>;
  /** @throws Failure `invalid` for somebody who may not be sent figures */
  createSchedule(actor: Actor, reportId: string, fields: ScheduleFields): Promise<SeenSchedule>;
  /** @throws Failure `stale` */
  changeSchedule(actor: Actor, id: string, fields: ScheduleFields, ifMatch: string | undefined): Promise<SeenSchedule>;
  deleteSchedule(actor: Actor, id: string, ifMatch: string | undefined): Promise<SeenSchedule>;
  /** Sends it soon, beside the rhythm. @throws Failure `conflict` while it is being sent */
  sendScheduleNow(actor: Actor, id: string): Promise<SeenSchedule>;
  /** Channels of Teams that the bot may write to. */
  listChannels(): Promise<{ id: string; name: string }[]>;
}

export interface ScheduleDeps extends RecipientDeps {
  schedules: Schedules;
  conversations: Pick<Conversations, 'all' | 'get'>;
  clock: Clock;
  ids: Ids;
  /** @throws Failure `not-found` */
  seeReport: (actor: Actor, id: string) => Promise<unknown>;
  /** Lets what is due be sent soon. */
  wakeSchedules: () => void;
}

export function bindSchedules(deps: ScheduleDeps): ScheduleUseCases {
  const { schedules, clock, ids } = deps;
  async function seen(plan: Versioned<Schedule>): Promise<SeenSchedule> {
    const state = (await schedules.states.get(plan.value.id))?.value ?? newState(plan.value.id);
    const { paused } = plan.value;
    const next = paused ? null : new Date(nextAfter(plan.value, countsFrom(plan.value, state))).toISOString();
    return { plan, state, next };
  }
  async function find(actor: Actor, id: string): Promise<Versioned<Schedule>> {
    const found = await schedules.plans.get(id);
    if (found === undefined) throw new Failure('not-found', 'There is no such schedule.');
    await deps.seeReport(actor, found.value.reportId);
    return found;
  }
  return {
    async listSchedules(actor, reportId) {
      await deps.seeReport(actor, reportId);
      const plans = (await schedules.plans.all()).filter(({ value }) => value.reportId === reportId);
      plans.sort((a, b) => (a.value.createdAt < b.value.createdAt ? -1 : 1));
      return Promise.all(plans.map(seen));
    },
    getSchedule: async (actor, id) => seen(await find(actor, id)),
    async createSchedule(actor, reportId, fields) {
      await deps.seeReport(actor, reportId);
      await check(deps, fields);
      const now = clock.now();
      const plan = { ...fields, id: ids.caseId(), reportId, ownerId: actor.id, createdAt: now, updatedAt: now };
      return seen(await schedules.plans.put(plan, null));
    },
    async changeSchedule(actor, id, fields, ifMatch) {
      const found = await find(actor, id);
      await check(deps, fields);
      const plan = { ...found.value, ...fields, updatedAt: clock.now() };
      return seen(await schedules.plans.put(plan, ifMatch ?? found.etag));
    },
    async deleteSchedule(actor, id, ifMatch) {
      const found = await find(actor, id);
      const was = await seen(found);
      await schedules.plans.remove(id, ifMatch ?? found.etag);
      const state = await schedules.states.get(id);
      if (state !== undefined) await schedules.states.remove(id, state.etag);
      return was;
    },
    async sendScheduleNow(actor, id) {
      const found = await find(actor, id);
      const state = await schedules.states.get(id);
      const before = state?.value ?? newState(id);
      if (before.run !== null) throw new Failure('conflict', 'The report is being sent already.');
      const due = clock.now();
      const run = { due, byHand: true, draft: null, mailed: false, posted: false, attempts: 0, notBefore: due };
      await schedules.states.put({ ...before, run }, state?.etag ?? null);
      deps.wakeSchedules();
      return seen(found);
    },
    async listChannels() {
      const places = (await deps.conversations.all()).filter(({ scope }) => scope === 'channel');
      return places.map(({ id, reference, team }, at) => ({ id, name: nameOf(reference) ?? team ?? `${at + 1}` }));
    },
  };
}

function nameOf({ conversation }: Record<string, unknown>): string | null {
  const name = typeof conversation === 'object' && conversation !== null && 'name' in conversation && conversation.name;
  return typeof name === 'string' && name !== '' ? name : null;
}

async function check(deps: ScheduleDeps, { to, channel }: ScheduleFields): Promise<void> {
  const may = await mayReceive(deps);
  const faults = to.flatMap((email, at) =>
    may(email) ? [] : [{ path: `to.${at}`, message: 'is neither of somebody who works here nor of a domain of ours' }],
  );
  if (channel !== null && (await deps.conversations.get(channel))?.scope !== 'channel') {
    faults.push({ path: 'channel', message: 'is no channel that the bot is in' });
  }
  if (faults.length > 0) throw new Failure('invalid', 'The report cannot be sent there.', { faults });
}
