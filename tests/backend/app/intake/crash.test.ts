import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import type { IncomingMail } from '../../../../backend/domain/mail/mail.ts';
import { aMail } from '../../../builders/mail.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

/** A question, two answers to it, and an answer to a mail that never came. */
function thread(): IncomingMail[] {
  const first = aMail();
  const answer = (subject: string, parent: string) =>
    aMail({ subject, conversationId: first.conversationId, headers: [{ name: 'In-Reply-To', value: parent }] });
  const id = first.internetMessageId ?? '';
  return [first, answer('Re: Water', id), answer('AW: Water', id), answer('Re: lost', '<lost@customer.example>')];
}

async function drainAll(world: IntakeWorld): Promise<void> {
  for (let round = 0; round < 40; round++) {
    await drainPending(world.deps, 4);
    if ((await world.deps.pending.count()) === 0) return;
    world.clock.advance(1_000);
  }
}

async function crashAt(mails: IncomingMail[], fatal: { commit: number; written: boolean }) {
  const tables = new MemoryTables();
  const before = await intakeWorld(tables);
  for (const mail of mails) await before.arrive(mail);
  const dying = new CrashingTables(tables, fatal);
  const doomed = await intakeWorld(dying);
  for (const mail of mails) doomed.mailbox.lay(mail);
  const ended = drainAll(doomed).then(() => 'finished' as const);
  const outcome = await Promise.race([ended, dying.crashed.then(() => 'crashed' as const)]);
  const after = await intakeWorld(tables);
  for (const mail of mails) after.mailbox.lay(mail);
  await drainAll(after);
  return { outcome, world: after };
}

async function assertWhole(world: IntakeWorld, mails: IncomingMail[], where: string): Promise<void> {
  assert.equal(await world.deps.pending.count(), 0, where);
  const cases = await world.cases();
  const messages = (await Promise.all(cases.map((one) => world.store.messages(one.value.id)))).flat();
  const ids = messages.map((message) => message.internetMessageId).sort();
  assert.deepEqual(ids, mails.map((mail) => mail.internetMessageId).sort(), where);
  const [first, ...rest] = mails
    .slice(0, 3)
    .map((mail) => messages.find((m) => m.internetMessageId === mail.internetMessageId));
  for (const answer of rest) assert.equal(answer?.caseId, first?.caseId, where);
  for (const one of cases) {
    assert.notEqual(one.value.ai, null, where);
    const own = messages.filter((message) => message.caseId === one.value.id);
    assert.equal(one.value.messageCount, own.length, where);
  }
  for (const [shard, head] of (await world.store.heads()).entries()) {
    const events = await world.store.tail(shard, 0, 1_000);
    assert.deepEqual(
      events.map((event) => event.seq),
      Array.from({ length: head }, (_, n) => n + 1),
      where,
    );
  }
}

describe('A crash during intake', () => {
  for (const written of [false, true]) {
    it(`is repaired by the next run, at every commit, when the last one ${written ? 'was' : 'was not'} written`, async () => {
      let commit = 1;
      for (; ; commit++) {
        const mails = thread();
        const { outcome, world } = await crashAt(mails, { commit, written });
        await assertWhole(world, mails, `crash at commit ${commit}`);
        if (outcome === 'finished') break;
      }
      assert.ok(commit > 10, `only ${commit} commits were tried`);
    });
  }
});
