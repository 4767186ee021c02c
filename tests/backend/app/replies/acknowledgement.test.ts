import assert from 'node:assert/strict';
import { toIncomingMail } from '../../../../backend/adapters/graph/graph-message.ts';
import { judge } from '../../../../backend/domain/mail/judge.ts';
import { plainAnalysis } from '../../../support/intake-world.ts';
import { headerOf, type ReplyWorld, replyWorld } from '../../../support/reply-world.ts';

describe('The acknowledgement', () => {
  let world: ReplyWorld;
  beforeEach(async () => {
    world = await replyWorld();
  });
  afterEach(() => world.emulator.close());

  it('answers the mail that opened the case, in its thread, marked so that no machine answers it', async () => {
    const mail = await world.receive({ subject: 'Leak' });
    await world.settle();
    const [sent, ...more] = world.sent();
    const [opened] = await world.cases();
    assert.equal(more.length, 0);
    assert.equal(sent?.subject, `Re: Leak [${opened?.value.number}]`);
    assert.equal(sent?.conversationId, mail.conversationId);
    assert.equal(headerOf(sent, 'In-Reply-To'), mail.internetMessageId);
    assert.equal(headerOf(sent, 'References'), mail.internetMessageId);
    assert.equal(headerOf(sent, 'Auto-Submitted'), 'auto-replied');
    assert.equal(headerOf(sent, 'X-Auto-Response-Suppress'), 'All');
    assert.equal(headerOf(sent, 'X-HandyConnect-Case'), opened?.value.number);
    assert.match(sent?.body.content ?? '', /case HC-\d+ .*within 1 hour/s);
    const judged = judge(toIncomingMail('anna@example.com', sent), { mailboxes: ['anna@example.com'] });
    assert.equal(judged.mayAutoRespond, false);
  });

  it('stands in the conversation as sent, and is no first response', async () => {
    await world.receive();
    await world.settle();
    const [opened] = await world.cases();
    const [question, answer, ...more] = await world.store.messages(opened?.value.id ?? '');
    assert.equal(more.length, 0);
    assert.equal(question?.direction, 'inbound');
    assert.deepEqual(
      [answer?.direction, answer?.automatic, answer?.delivery?.state, answer?.internetMessageId],
      ['outbound', true, 'sent', world.sent()[0]?.internetMessageId],
    );
    assert.equal(opened?.value.messageCount, 2);
    assert.equal(opened?.value.firstResponseAt, null);
    assert.equal(opened?.value.status, 'new');
  });

  it('brings an answer to it back to the case, whatever its subject and sender', async () => {
    await world.receive();
    await world.settle();
    const id = world.sent()[0]?.internetMessageId ?? '';
    const headers = [{ name: 'In-Reply-To', value: id }];
    world.clock.advance(5_000);
    await world.receive({ subject: 'Something else', internetMessageHeaders: headers });
    await world.settle();
    const cases = await world.cases();
    assert.equal(cases.length, 1);
    const messages = await world.store.messages(cases[0]?.value.id ?? '');
    assert.equal(messages.at(-1)?.threadedBy.rule, 'own_message_id');
    assert.equal(world.sent().length, 1);
  });

  it('is known again where Exchange gave it another Message-ID and took its headers off', async () => {
    world.emulator.faults.set({ sending: { newMessageIds: true, withoutHeaders: ['X-HandyConnect-Case'] } });
    await world.receive();
    await world.settle();
    const id = world.sent()[0]?.internetMessageId ?? '';
    assert.ok(id.endsWith('@exchange.example>'));
    await world.receive({ internetMessageHeaders: [{ name: 'In-Reply-To', value: id }] });
    await world.settle();
    assert.equal((await world.cases()).length, 1);
  });

  it('says it in the language of the mail, and calmly where somebody complains', async () => {
    const german = { ...plainAnalysis, language: 'de', complaint: true, priority: 'medium' as const };
    world.deps.analyst = { analyse: async () => german };
    await world.receive();
    await world.settle();
    const text = world.sent()[0]?.body.content ?? '';
    assert.match(text, /Guten Tag Customer \d+,/);
    assert.match(text, /bedauern die Umstände.*innerhalb von 4 Stunden/s);
  });

  it('goes to nobody who must not be answered, and to each sender once an hour', async () => {
    const from = { emailAddress: { address: 'ada@example.com', name: 'Ada' } };
    await world.receive({ from: { emailAddress: { address: 'no-reply@example.com', name: 'Robot' } } });
    await world.receive({ internetMessageHeaders: [{ name: 'Precedence', value: 'bulk' }] });
    await world.receive({ from, subject: 'One' });
    await world.receive({ from, subject: 'Two' });
    await world.settle();
    assert.equal(world.sent().length, 1);
    assert.equal(world.sent()[0]?.toRecipients[0]?.emailAddress?.address, 'ada@example.com');
    world.clock.advance(61 * 60_000);
    await world.receive({ from, subject: 'Three' });
    await world.settle();
    assert.equal(world.sent().length, 2);
    const reasons = await Promise.all((await world.cases()).map(({ value }) => world.store.history(value.id)));
    assert.ok(reasons.flat().some(({ reason }) => /this sender got one/.test(reason ?? '')));
  });

  it('is not sent once somebody has answered, nor for mail that lay in the mailbox for days', async () => {
    await world.receive({ receivedDateTime: '2026-01-01T00:00:00Z' });
    await world.settle();
    assert.equal(world.sent().length, 0);
  });

  it('goes out at most once when two machines answer each other for a hundred rounds', async () => {
    let round = 0;
    const answers: Promise<unknown>[] = [];
    world.emulator.onLeaving((mail) => {
      if (round++ >= 100) return;
      // The worst of machines: no header says what it is, and it forgets what it answers.
      answers.push(
        world.receive({
          from: { emailAddress: { address: 'desk@machine.example', name: 'Desk' } },
          subject: `Your message ${round}`,
          internetMessageId: `<machine-${round}@machine.example>`,
          body: { contentType: 'text', content: `We have received: ${mail.subject}` },
        }),
      );
    });
    const from = { emailAddress: { address: 'desk@machine.example', name: 'Desk' } };
    for (let n = 0; n < 100; n += 1) {
      await world.receive({ from, subject: `Ticket ${n}`, internetMessageId: `<ticket-${n}@machine.example>` });
      await world.settle();
      await Promise.all(answers);
    }
    assert.equal(world.sent().length, 1);
  });

  it('goes to each of a hundred people who write in the same hour', async () => {
    for (let n = 0; n < 100; n += 1) await world.receive();
    await world.settle();
    const people = world.sent().map((mail) => mail.toRecipients[0]?.emailAddress?.address);
    assert.equal(people.length, 100);
    assert.equal(new Set(people).size, 100);
  });
});
