import assert from 'node:assert/strict';
import { changeStatus } from '../../../../backend/app/cases/change-case.ts';
import {
  type FollowUpDeps,
  type FollowUpPlan,
  newFollowUpPlan,
  planFollowUps,
  runFollowUps,
} from '../../../../backend/app/replies/follow-up.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { defaultReplySettings, type ReplySettings } from '../../../../backend/domain/reply/reply-settings.ts';
import type { CaseStatus } from '../../../../backend/domain/vocabulary.ts';
import { MemoryOpenWork } from '../../../../backend/readmodel/open-work.ts';
import { TimerHeap } from '../../../../backend/readmodel/timer-heap.ts';
import { type ReplyWorld, replyWorld } from '../../../support/reply-world.ts';

const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
const hourMs = 3_600_000;

describe('Following up by itself', () => {
  let world: ReplyWorld;
  let deps: FollowUpDeps;
  let plan: FollowUpPlan;
  let id: string;
  let question: string;

  async function begin(followUps: Partial<ReplySettings['followUps']>, more: Partial<ReplySettings> = {}) {
    world = await replyWorld();
    const defaults = defaultReplySettings();
    const value = { ...defaults, ...more, followUps: { ...defaults.followUps, ...followUps } };
    world.outbox.settings = { read: async () => ({ value, etag: '1' }) };
    const mail = await world.receive();
    question = mail.internetMessageId;
    await world.settle();
    id = (await world.cases())[0]?.value.id ?? '';
    restart();
  }
  /** As after a start of the process: nothing is known but what is stored. */
  function restart() {
    const openWork = new MemoryOpenWork();
    openWork.markLoaded();
    plan = newFollowUpPlan();
    deps = { ...world.outbox, timers: new TimerHeap(), openWork, pause: async () => {}, wakeOutbox: () => {} };
    world.tailer.follow(({ case: changed }) => {
      if (changed === null) return;
      openWork.put(changed.value);
      planFollowUps(deps, plan, changed.value);
    });
    return world.store.get(id).then((found) => found && openWork.put(found.value));
  }
  async function pass(hours: number) {
    world.clock.advance(hours * hourMs);
    await runFollowUps(deps, plan);
    await world.settle();
  }
  const subjectsSince = (count: number) =>
    world
      .sent()
      .slice(count)
      .map((mail) => mail.body.content);
  const toStatus = async (status: CaseStatus) => {
    await changeStatus(world.deps, ana, id, { status });
    await world.tailer.catchUpAll();
  };
  afterEach(() => world.emulator.close());

  it('does nothing unless an administrator wants it', async () => {
    await begin({});
    await pass(24 * 60);
    assert.equal(world.sent().length, 1);
    assert.equal((await world.store.get(id))?.value.status, 'new');
  });

  it('tells the customer once that we are still on it, however often it looks and starts', async () => {
    await begin({ stillWorkingHours: 4 });
    await pass(0);
    await pass(3.9);
    assert.equal(world.sent().length, 1);
    await pass(0.2);
    assert.match(subjectsSince(1)[0] ?? '', /still working on it/);
    await restart();
    await pass(0);
    await pass(48);
    assert.equal(world.sent().length, 2);
    const [, , told] = await world.store.messages(id);
    assert.deepEqual([told?.direction, told?.automatic, told?.delivery?.state], ['outbound', true, 'sent']);
  });

  it('starts anew when the customer writes, and not before', async () => {
    await begin({ stillWorkingHours: 4 });
    await pass(0);
    await pass(3);
    await world.receive({ internetMessageHeaders: [{ name: 'In-Reply-To', value: question }] });
    await world.settle();
    await pass(3);
    assert.equal(world.sent().length, 1);
    await pass(1.1);
    assert.equal(world.sent().length, 2);
  });

  it('counts hours by the calendar', async () => {
    const hours = { mon: [['08:00', '10:00']], tue: [['08:00', '10:00']] } as const;
    // The test's Monday begins at 9:00.
    await begin({ stillWorkingHours: 2 }, { workingHours: { tz: 'UTC', hours } });
    await pass(0);
    await pass(23.9);
    assert.equal(world.sent().length, 1);
    await pass(0.2);
    assert.equal(world.sent().length, 2);
  });

  it('asks whether it is solved, and closes when nobody answers', async () => {
    await begin({ confirmSolvedHours: 1, closeResolvedDays: 7 });
    await pass(0);
    await toStatus('resolved');
    await pass(1.1);
    assert.match(subjectsSince(1)[0] ?? '', /is solved\. Is it\?/);
    await pass(24 * 7);
    assert.equal((await world.store.get(id))?.value.status, 'closed');
    assert.equal(world.sent().length, 2);
    const history = await world.store.history(id);
    assert.ok(history.some(({ reason }) => reason === 'Nobody answered, so the case was closed.'));
  });

  it('closes nothing that moves', async () => {
    await begin({ closeAwaitingDays: 3, closeResolvedDays: 3 });
    await pass(0);
    await toStatus('awaiting_customer');
    await pass(48);
    await world.receive({ internetMessageHeaders: [{ name: 'In-Reply-To', value: question }] });
    await world.settle();
    await pass(48);
    assert.equal((await world.store.get(id))?.value.status, 'in_progress');
    await toStatus('awaiting_customer');
    await pass(73);
    assert.equal((await world.store.get(id))?.value.status, 'closed');
    assert.match(subjectsSince(1).at(-1) ?? '', /have closed it/);
  });

  it('keeps a mail back when the customer writes while it waits', async () => {
    await begin({ stillWorkingHours: 4 });
    await pass(0);
    world.clock.advance(4.1 * hourMs);
    await runFollowUps(deps, plan);
    world.clock.advance(1_000);
    await world.receive({ internetMessageHeaders: [{ name: 'In-Reply-To', value: question }] });
    await world.settle();
    assert.equal(world.sent().length, 1);
  });
});

describe('An acknowledgement outside working hours', () => {
  it('says when we are back, in the time of the place', async () => {
    const world = await replyWorld();
    const hours = { tue: [['08:00', '17:00']] } as const;
    const value = { ...defaultReplySettings(), workingHours: { tz: 'Europe/Berlin', hours } };
    world.outbox.settings = { read: async () => ({ value, etag: '1' }) };
    await world.receive();
    await world.settle();
    assert.match(
      world.sent()[0]?.body.content ?? '',
      /back on Tuesday,? (?:3 March|March 3) at 08:00 (?:AM )?(?:GMT\+1|CET)/,
    );
    await world.emulator.close();
  });
});
