import assert from 'node:assert/strict';
import { printPdf } from '../../../../backend/adapters/pdf/pdf-printer.ts';
import { TableReports } from '../../../../backend/adapters/store/table-reports.ts';
import { tableSchedules } from '../../../../backend/adapters/store/table-schedules.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { type RunScheduleDeps, runSchedules } from '../../../../backend/app/reports/run-schedules.ts';
import {
  bindSchedules,
  type ScheduleFields,
  type ScheduleUseCases,
} from '../../../../backend/app/reports/schedule-use-cases.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { Failure, isFailure } from '../../../../backend/domain/failure.ts';
import { reportRenderer } from '../../../../backend/http/render-report.ts';
import { MemoryCaseIndex } from '../../../../backend/readmodel/case-index.ts';
import { aCase } from '../../../builders/case.ts';
import { MemoryConversations } from '../../../fakes/memory-conversations.ts';
import { MemorySender } from '../../../fakes/memory-sender.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';

const hourMs = 3_600_000;
const boss: Actor = { id: 'mei', name: 'Mei Lin', role: 'manager', surface: 'tab' };
const support = 'support@contoso.example';
const daily: ScheduleFields = {
  ...{ every: 'day', weekday: 1, day: 1, time: '08:00', zone: 'UTC' },
  ...{ to: ['mei@partner.example'], formats: ['csv', 'pdf'], channel: null, paused: false },
};

/** Does what it is asked, and then perhaps does not live to tell. */
class StumblingSender extends MemorySender {
  after: { step: 'draft' | 'send'; die: () => void } | null = null;

  override async draft(...args: Parameters<MemorySender['draft']>): Promise<string> {
    const id = await super.draft(...args);
    if (this.after?.step === 'draft') this.after.die();
    return id;
  }

  override async send(...args: Parameters<MemorySender['send']>): Promise<void> {
    await super.send(...args);
    if (this.after?.step === 'send') this.after.die();
  }
}

describe('Reports that are sent by themselves', () => {
  let clock: TestClock;
  let sender: StumblingSender;
  let people: { id: string; email: string }[];
  let posted: { key: string; channel: string }[];
  let deps: RunScheduleDeps;
  let app: ScheduleUseCases;
  let reportId: string;

  beforeEach(async () => {
    clock = new TestClock('2026-11-23T09:00:00.000Z');
    sender = new StumblingSender();
    posted = [];
    people = [{ id: 'mei', email: 'mei@partner.example' }];
    const tables = new MemoryTables();
    const index = new MemoryCaseIndex(clock);
    for (let i = 0; i < 7; i++) index.put({ value: aCase({ createdAt: '2026-11-22T10:00:00.000Z' }), etag: '1' });
    const reports = new TableReports(tables);
    const agents = async () => people.map((one) => ({ ...one, name: 'Mei Lin', role: 'manager' as const, team: null }));
    const directory = { agents, agent: async (id: string) => (await agents()).find((one) => one.id === id) };
    const conversations = new MemoryConversations();
    await conversations.put({ id: 'channel-1', scope: 'channel', team: null, agentId: null, reference: {} });
    const filters = { measures: ['created' as const, 'slaMetPercent' as const], by: 'priority' as const, filter: {} };
    const question = { ...filters, interval: null, period: '7d', zone: 'UTC', clock: 'business' as const };
    const now = clock.now();
    const report = {
      id: 'weekly',
      name: 'Weekly',
      ownerId: 'mei',
      shared: true,
      question,
      createdAt: now,
      updatedAt: now,
    };
    reportId = (await reports.put(report, null)).value.id;
    deps = {
      ...{ clock, ids: cryptoIds, log: new TestLog(), reports, figures: index, directory: directory as never },
      ...{ schedules: tableSchedules(tables), sender, ourMailboxes: [support], publicUrl: 'https://help.example' },
      poster: {
        async post(channel, { key }) {
          if (!posted.some((one) => one.key === key)) posted.push({ key, channel });
        },
      },
      render: reportRenderer(printPdf, async () => () => undefined),
    };
    app = bindSchedules({ ...deps, conversations, seeReport: async () => report, wakeSchedules: () => {} });
  });

  const hours = async (count: number) => {
    clock.advance(count * hourMs);
    await runSchedules(deps);
  };
  const seen = async () => (await app.listSchedules(boss, reportId))[0];

  it('leave once at their moment, with their files, to whoever they are for', async () => {
    const { next } = await app.createSchedule(boss, reportId, { ...daily, channel: 'channel-1' });
    assert.equal(next, '2026-11-24T08:00:00.000Z');
    await hours(22.9);
    assert.equal(sender.sent.length, 0);
    await hours(0.2);
    await hours(0);
    const [letter] = sender.sent;
    assert.equal(sender.sent.length, 1);
    assert.deepEqual(
      letter?.to.map(({ email }) => email),
      ['mei@partner.example'],
    );
    assert.deepEqual(
      letter?.attachments.map(({ name }) => name),
      ['Weekly-2026-11-24.csv', 'Weekly-2026-11-24.pdf'],
    );
    assert.match(letter?.text ?? '', /Created: 7\nSLA met: –/);
    assert.match(Buffer.from(letter?.attachments[0]?.bytes ?? []).toString(), /All cases,7/);
    assert.equal(posted.length, 1);
    const now = await seen();
    assert.deepEqual([now?.state.last?.error, now?.next], [null, '2026-11-25T08:00:00.000Z']);
  });

  it('leave once though the process dies at any step, or two run at once', async () => {
    await app.createSchedule(boss, reportId, { ...daily, channel: 'channel-1' });
    clock.advance(23 * hourMs);
    const states = deps.schedules.states;
    for (const dies of ['draft', 'send', 'keep', 'post'] as const) {
      let died = false;
      const die = () => {
        if (died) return;
        died = true;
        throw new Error(`died at ${dies}`);
      };
      const broken: RunScheduleDeps = {
        ...deps,
        schedules: {
          ...deps.schedules,
          states: {
            all: () => states.all(),
            get: (id) => states.get(id),
            remove: (id, etag) => states.remove(id, etag),
            async put(item, etag) {
              const kept = await states.put(item, etag);
              if (dies === 'keep' && item.run?.mailed) die();
              return kept;
            },
          },
        },
        poster: {
          async post(channel, card) {
            await deps.poster.post(channel, card);
            if (dies === 'post') die();
          },
        },
      };
      if (dies === 'draft' || dies === 'send') sender.after = { step: dies, die };
      await Promise.all([runSchedules(broken), runSchedules(deps)]);
      for (let i = 0; i < 12; i++) await hours(0.3);
      clock.advance(20.4 * hourMs);
    }
    const dues = new Set(sender.sent.map(({ id }) => id));
    assert.equal(sender.sent.length, 4);
    assert.equal(dues.size, 4);
    assert.equal(posted.length, 4);
  });

  it('make up for nothing that was missed or paused, and say when they come next', async () => {
    const { plan } = await app.createSchedule(boss, reportId, daily);
    await hours(24 * 6);
    assert.equal(sender.sent.length, 1);
    await app.changeSchedule(boss, plan.value.id, { ...daily, paused: true }, undefined);
    await hours(24 * 6);
    assert.equal((await seen())?.next, null);
    await app.changeSchedule(boss, plan.value.id, daily, undefined);
    await hours(0);
    assert.equal(sender.sent.length, 1);
    await hours(24);
    assert.equal(sender.sent.length, 2);
  });

  it('can be sent now, once at a time, without losing the next moment', async () => {
    const { plan } = await app.createSchedule(boss, reportId, daily);
    await app.sendScheduleNow(boss, plan.value.id);
    await assert.rejects(app.sendScheduleNow(boss, plan.value.id), (error) => isFailure(error, 'conflict'));
    await hours(0);
    assert.equal(sender.sent.length, 1);
    assert.equal((await seen())?.next, '2026-11-24T08:00:00.000Z');
    await hours(24);
    assert.equal(sender.sent.length, 2);
  });

  it('go to nobody who neither works here nor has an address of ours, also if that changes later', async () => {
    for (const to of ['somebody@elsewhere.example', support]) {
      await assert.rejects(app.createSchedule(boss, reportId, { ...daily, to: [to] }), (error) =>
        isFailure(error, 'invalid'),
      );
    }
    await assert.rejects(app.createSchedule(boss, reportId, { ...daily, channel: 'gone' }), (error) =>
      isFailure(error, 'invalid'),
    );
    await app.createSchedule(boss, reportId, { ...daily, to: ['lea@contoso.example', 'mei@partner.example'] });
    people = [{ id: 'mei', email: 'mei@contoso.example' }];
    await hours(24);
    assert.deepEqual(
      sender.sent[0]?.to.map(({ email }) => email),
      ['lea@contoso.example'],
    );
  });

  it('say why they could not be sent, and try again what may pass', async () => {
    await app.createSchedule(boss, reportId, daily);
    const down = () => {
      sender.after = null;
      throw new Failure('unavailable', 'Graph is down.');
    };
    sender.after = { step: 'draft', die: down };
    await hours(23);
    assert.equal((await seen())?.state.run?.attempts, 1);
    await hours(0.1);
    assert.equal(sender.sent.length, 1);
    people = [];
    await hours(24);
    const state = (await seen())?.state;
    assert.match(state?.last?.error ?? '', /does not work here any more/);
    assert.equal(state?.failures, 1);
  });
});
