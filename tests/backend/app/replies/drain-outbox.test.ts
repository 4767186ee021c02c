import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { drainOutbox } from '../../../../backend/app/replies/drain-outbox.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { type ReplyWorld, replyWorld, support } from '../../../support/reply-world.ts';

/** What people see of the one automatic mail of the one case. */
async function delivery(world: ReplyWorld) {
  const [opened] = await world.cases();
  const messages = await world.store.messages(opened?.value.id ?? '');
  return messages.find(({ direction }) => direction === 'outbound')?.delivery;
}

describe('Sending from the outbox', () => {
  let world: ReplyWorld;
  beforeEach(async () => {
    world = await replyWorld();
  });
  afterEach(() => world.emulator.close());

  it('sends once what was sent before the answer was lost', async () => {
    await world.receive();
    await drainPending(world.deps, 1);
    const { sender } = world.outbox;
    let lost = 0;
    const lossy = async (mailbox: string, graphId: string) => {
      await sender.send(mailbox, graphId);
      lost += 1;
      throw new Failure('unavailable', 'Graph does not answer');
    };
    world.outbox.sender = { ...sender, send: lossy };
    await world.settle();
    assert.equal(lost, 1);
    assert.equal(world.sent().length, 1);
    assert.equal((await delivery(world))?.state, 'sent');
  });

  it('uses the draft that was laid before the answer was lost', async () => {
    await world.receive();
    await drainPending(world.deps, 1);
    const { sender } = world.outbox;
    let lost = 0;
    world.outbox.sender = {
      ...sender,
      draft: async (letter, answers) => {
        const id = await sender.draft(letter, answers);
        if (lost++ === 0) throw new Failure('unavailable', 'Graph does not answer');
        return id;
      },
    };
    await world.settle();
    assert.equal(world.sent().length, 1);
    assert.equal(world.emulator.list(support, 'drafts').length, 0);
  });

  it('sends everything exactly once through a Graph that cuts, fails and throttles', async () => {
    for (let n = 0; n < 25; n += 1) await world.receive();
    await drainPending(world.deps, 4);
    const faults = { throttle: 0.1, unavailable: 0.05, gatewayTimeout: 0.05, serverError: 0.05, cutAfterSuccess: 0.15 };
    world.emulator.faults.set({ seed: 7, requests: { ...faults, retryAfterSeconds: 3 } });
    await world.settle();
    const ids = world.sent().map((mail) => mail.internetMessageId);
    assert.equal(ids.length, 25);
    assert.equal(new Set(ids).size, 25);
  });

  it('waits as long as Graph asks', async () => {
    await world.receive();
    await drainPending(world.deps, 1);
    world.emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 120 } });
    const began = world.clock.nowMs();
    await drainOutbox(world.outbox);
    world.emulator.faults.reset();
    await world.settle();
    assert.ok(world.clock.nowMs() - began >= 120_000);
    assert.equal(world.sent().length, 1);
  });

  it('shows on the case, with what it said, what Graph refuses for good', async () => {
    world.emulator.faults.set({ sending: { refusedRecipients: ['ada@example.com'] } });
    await world.receive({ from: { emailAddress: { address: 'ada@example.com', name: 'Ada' } } });
    await world.settle();
    assert.equal(world.sent().length, 0);
    const failed = await delivery(world);
    assert.equal(failed?.state, 'failed');
    assert.match(failed?.error ?? '', /because of a recipient/);
    const [opened] = await world.cases();
    const history = await world.store.history(opened?.value.id ?? '');
    assert.ok(history.some((event) => event.kind === 'message.delivery' && event.reason === failed?.error));
  });

  it('takes the version that people hold for current, though it added to the case', async () => {
    await world.receive();
    await drainPending(world.deps, 1);
    const [before] = await world.cases();
    await world.settle();
    const [after] = await world.cases();
    assert.notEqual(after?.etag, before?.etag);
    assert.ok(after?.value.quietFrom.includes(before?.etag ?? ''));
  });

  it('sends no more than the mailbox may in a minute, and the rest later', async () => {
    const slow = await replyWorld({ perMinute: 5 });
    for (let n = 0; n < 12; n += 1) await slow.receive();
    await slow.settle();
    const sentMs = slow.sent().map((mail) => Date.parse(mail.sentDateTime));
    assert.equal(sentMs.length, 12);
    for (const at of sentMs) {
      // Graph shows times to the second.
      assert.ok(sentMs.filter((other) => other >= at && other < at + 59_000).length <= 5);
    }
    await slow.emulator.close();
  });
});

describe('A crash while mail is sent', () => {
  for (const written of [false, true]) {
    it(`sends nothing twice and forgets nothing, at every commit, when the last one ${written ? 'was' : 'was not'} written`, async () => {
      for (let commit = 1; ; commit += 1) {
        const outcome = await crashAt({ commit, written });
        if (outcome === 'finished') break;
        assert.ok(commit < 200);
      }
    });
  }

  async function crashAt(fatal: { commit: number; written: boolean }): Promise<'finished' | 'crashed'> {
    const tables = new MemoryTables();
    const clock = new TestClock();
    const before = await replyWorld({ backend: tables, clock });
    const { emulator } = before;
    await before.receive();
    await before.receive();
    await drainPending(before.deps, 1);
    const dying = new CrashingTables(tables, fatal);
    const doomed = await replyWorld({ backend: dying, clock, emulator });
    const ended = drainOutbox(doomed.outbox).then(() => 'finished' as const);
    const outcome = await Promise.race([ended, dying.crashed.then(() => 'crashed' as const)]);
    const after = await replyWorld({ backend: tables, clock, emulator });
    await after.settle();
    const where = `crash at commit ${fatal.commit}`;
    assert.equal(after.sent().length, 2, where);
    assert.equal(emulator.list(support, 'drafts').length, 0, where);
    for (const { value } of await after.cases()) {
      const messages = await after.store.messages(value.id);
      assert.deepEqual(
        messages.map(({ direction, delivery: d }) => [direction, d?.state]),
        [
          ['inbound', undefined],
          ['outbound', 'sent'],
        ],
        where,
      );
      assert.equal(value.messageCount, 2, where);
    }
    await emulator.close();
    return outcome;
  }
});
