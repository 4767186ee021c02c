import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { findFate } from '../../../../backend/app/intake/find-fate.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import type { IncomingMail } from '../../../../backend/domain/mail/mail.ts';
import { aMail } from '../../../builders/mail.ts';
import { intakeWorld } from '../../../support/intake-world.ts';

function replyTo(parent: IncomingMail, fields: Partial<IncomingMail> = {}): IncomingMail {
  return aMail({
    subject: `Re: ${parent.subject}`,
    conversationId: parent.conversationId,
    headers: [{ name: 'In-Reply-To', value: parent.internetMessageId ?? '' }],
    receivedAt: new Date(Date.parse(parent.receivedAt) + 60_000).toISOString(),
    ...fields,
  });
}

describe('The life of a mail', () => {
  it('opens a case with the mail as its first message, analysed', async () => {
    const world = await intakeWorld();
    const mail = aMail();
    await world.arrive(mail);
    await drainPending(world.deps, 8);
    const [opened, ...others] = await world.cases();
    assert.deepEqual(others, []);
    assert.equal(opened?.value.number, 'HC-1001');
    assert.equal(opened?.value.customer.email, 'nadia.haddad@example.com');
    assert.equal(opened?.value.priority, 'high');
    const messages = await world.store.messages(opened?.value.id ?? '');
    assert.deepEqual(
      messages.map((m) => m.internetMessageId),
      [mail.internetMessageId],
    );
    const history = await world.store.history(opened?.value.id ?? '');
    assert.deepEqual(
      history.map((event) => event.kind),
      ['case.opened', 'case.analysed'],
    );
    assert.equal(await world.deps.pending.count(), 0);
  });

  it('puts an answer on the case of the mail it answers', async () => {
    const world = await intakeWorld();
    const first = aMail();
    await world.arrive(first);
    await drainPending(world.deps, 8);
    await world.arrive(replyTo(first));
    await drainPending(world.deps, 8);
    const [opened, ...others] = await world.cases();
    assert.deepEqual(others, []);
    const messages = await world.store.messages(opened?.value.id ?? '');
    assert.equal(messages[1]?.threadedBy.rule, 'in_reply_to');
  });

  it('takes a mail that is delivered again, to another mailbox too, for the same mail', async () => {
    const world = await intakeWorld();
    world.deps.ourMailboxes.push('sales@contoso.example');
    const mail = aMail();
    for (const mailbox of ['support@contoso.example', 'sales@contoso.example', 'support@contoso.example']) {
      await world.arrive({ ...mail, mailbox, graphId: `${mailbox}-copy` });
    }
    await drainPending(world.deps, 8);
    const cases = await world.cases();
    assert.equal(cases.length, 1);
    assert.equal(cases[0]?.value.messageCount, 1);
    const found = await findFate(world.deps, mail.internetMessageId ?? '');
    assert.deepEqual([found?.fate, ...(found?.fate.alsoSeen ?? [])].map((place) => place?.mailbox).sort(), [
      'sales@contoso.example',
      'support@contoso.example',
    ]);
  });

  it('lets an answer wait a moment for the mail it answers', async () => {
    const world = await intakeWorld();
    const first = aMail();
    await world.arrive(replyTo(first));
    assert.deepEqual(await drainPending(world.deps, 8), { finished: 0, postponed: 1 });
    await world.arrive(first);
    await drainPending(world.deps, 8);
    world.clock.advance(300);
    await drainPending(world.deps, 8);
    const [opened, ...others] = await world.cases();
    assert.deepEqual(others, []);
    assert.equal(opened?.value.subject, first.subject);
  });

  it('follows an answer that came before the mail it answers', async () => {
    const world = await intakeWorld();
    const first = aMail();
    await world.arrive(replyTo(first));
    await drainPending(world.deps, 8);
    world.clock.advance(300);
    await drainPending(world.deps, 8);
    await world.arrive(first);
    await drainPending(world.deps, 8);
    const cases = await world.cases();
    assert.equal(cases.length, 1);
    const fate = await findFate(world.deps, first.internetMessageId ?? '');
    assert.equal(fate?.fate.rule, 'awaited_parent');
  });

  it('brings two answers to a mail we never received onto one case, also when they arrive together', async () => {
    const world = await intakeWorld();
    const never = aMail();
    await Promise.all(Array.from({ length: 6 }, () => world.arrive(replyTo(never))));
    for (let round = 0; round < 20 && (await world.deps.pending.count()) > 0; round++) {
      await drainPending(world.deps, 8);
      world.clock.advance(1_000);
    }
    const cases = await world.cases();
    assert.equal(cases.length, 1);
    assert.equal(cases[0]?.value.messageCount, 6);
  });

  it('keeps a thread together whatever order it arrives in', async () => {
    const world = await intakeWorld();
    const first = aMail();
    const second = replyTo(first);
    const third = replyTo(second, {
      headers: [
        { name: 'In-Reply-To', value: second.internetMessageId ?? '' },
        { name: 'References', value: `${first.internetMessageId} ${second.internetMessageId}` },
      ],
    });
    for (const mail of [third, first, second]) await world.arrive(mail);
    for (let round = 0; round < 20 && (await world.deps.pending.count()) > 0; round++) {
      await drainPending(world.deps, 8);
      world.clock.advance(1_000);
    }
    const cases = await world.cases();
    assert.equal(cases.length, 1);
    assert.equal(cases[0]?.value.messageCount, 3);
  });

  it('opens no case for a machine that answers nothing of ours, and records why', async () => {
    const world = await intakeWorld();
    const mail = aMail({
      subject: 'Automatic reply: out of office',
      headers: [{ name: 'Auto-Submitted', value: 'auto-replied' }],
    });
    await world.arrive(mail);
    await drainPending(world.deps, 8);
    assert.deepEqual(await world.cases(), []);
    const found = await findFate(world.deps, mail.internetMessageId ?? '');
    assert.equal(found?.fate.outcome, 'kept_apart');
    assert.equal(found?.fate.kind, 'auto_reply');
  });

  it('waits out a mailbox that throttles, and finishes afterwards', async () => {
    const world = await intakeWorld();
    await world.arrive(aMail());
    world.mailbox.failWith = new Failure('throttled', 'Too many requests.', { retryAfterSeconds: 2 });
    const report = await drainPending(world.deps, 8);
    assert.deepEqual(report, { finished: 0, postponed: 1 });
    world.mailbox.failWith = null;
    assert.equal((await drainPending(world.deps, 8)).finished, 0);
    world.clock.advance(2_001);
    assert.equal((await drainPending(world.deps, 8)).finished, 1);
  });

  it('parks a mail that breaks us, after several tries, and goes on with the others', async () => {
    const world = await intakeWorld();
    const poison = aMail({ body: { type: 'text', content: 'poison' } });
    world.deps.mailText = {
      read({ content }) {
        if (content === 'poison') throw new TypeError('cannot read this');
        return { visibleText: content, hasQuoted: false, signature: '', safeHtml: '' };
      },
    };
    await world.arrive(poison);
    await world.arrive(aMail());
    for (let round = 0; round < 10; round++) {
      await drainPending(world.deps, 8);
      world.clock.advance(300_000);
    }
    assert.equal(await world.deps.pending.count(), 0);
    assert.equal((await world.cases()).length, 1);
  });

  it('records a mail that was deleted before it could be read, after looking for it a few times', async () => {
    const world = await intakeWorld();
    await world.deps.pending.note([{ mailbox: 'support@contoso.example', graphId: 'gone' }], world.clock.now());
    for (let round = 0; round < 4; round++) {
      await drainPending(world.deps, 8);
      world.clock.advance(10_000);
    }
    assert.equal(await world.deps.pending.count(), 0);
    assert.deepEqual(await world.cases(), []);
    const [fate] = await world.fates();
    assert.equal(fate?.outcome, 'kept_apart');
    assert.equal(fate?.gone, true);
  });

  it('finds a mail again whose Graph id is gone', async () => {
    const world = await intakeWorld();
    const mail = aMail();
    world.mailbox.lay(mail);
    const { mailbox, internetMessageId } = mail;
    await world.deps.pending.note([{ mailbox, graphId: 'its-former-id', internetMessageId }], world.clock.now());
    await drainPending(world.deps, 8);
    assert.equal((await world.cases()).length, 1);
  });

  it('looks through the whole mailbox for a mail that only a push told of', async () => {
    const world = await intakeWorld();
    const mail = aMail({ receivedAt: world.clock.now() });
    world.mailbox.lay(mail);
    await world.deps.pending.note([{ mailbox: mail.mailbox, graphId: 'its-former-id' }], world.clock.now());
    for (let round = 0; round < 5; round++) {
      await drainPending(world.deps, 8);
      world.clock.advance(10_000);
    }
    assert.equal((await world.cases()).length, 1);
  });
});
