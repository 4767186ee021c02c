import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { checkReply } from '../../../../backend/app/replies/check-reply.ts';
import { drainOutbox } from '../../../../backend/app/replies/drain-outbox.ts';
import { replyToCase } from '../../../../backend/app/replies/reply-to-case.ts';
import { sendAgain, undoSend } from '../../../../backend/app/replies/undo-send.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { Failure, isFailure } from '../../../../backend/domain/failure.ts';
import { headerOf, type ReplyWorld, replyWorld } from '../../../support/reply-world.ts';

const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
const person = (email: string, name = email) => ({ email, name });
const recipient = (address: string) => ({ emailAddress: { address, name: address } });

describe('Answering a customer', () => {
  let world: ReplyWorld;
  beforeEach(async () => {
    world = await replyWorld();
  });
  afterEach(() => world.emulator.close());

  async function aCaseWith(message: Record<string, unknown> = {}) {
    const mail = await world.receive({
      subject: 'Leak in 3B',
      from: { emailAddress: { address: 'nadia@example.com', name: 'Nadia Haddad' } },
      ccRecipients: [recipient('owners@example.com')],
      ...message,
    });
    await world.settle();
    const [opened] = await world.cases();
    return { id: opened?.value.id ?? '', mail };
  }
  const reply = (id: string, input: Partial<Parameters<typeof replyToCase>[3]> = {}, key?: string) =>
    replyToCase(
      world.replies,
      ana,
      id,
      { text: 'The plumber comes at three.', ...input },
      key === undefined ? undefined : { key, requestHash: JSON.stringify(input) },
    );
  const replies = () => world.sent().filter((mail) => headerOf(mail, 'Auto-Submitted') === undefined);
  const caseOf = async (id: string) => (await world.store.get(id))?.value;

  it('shows the reply at once, sends it to everybody when it can no longer be taken back', async () => {
    const { id, mail } = await aCaseWith();
    const { message } = await reply(id, { thenStatus: 'awaiting_customer' });
    assert.deepEqual([message.direction, message.delivery?.state], ['outbound', 'queued']);
    const now = await caseOf(id);
    assert.equal(now?.status, 'awaiting_customer');
    assert.equal(now?.firstResponseAt, message.at);
    world.clock.advance(14_000);
    await drainOutbox(world.outbox);
    assert.equal(replies().length, 0);
    world.clock.advance(1_500);
    await world.settle();
    const [sent] = replies();
    assert.deepEqual(
      [sent?.toRecipients, sent?.ccRecipients].map((some) => some?.map((one) => one.emailAddress?.address)),
      [['nadia@example.com'], ['owners@example.com']],
    );
    assert.match(sent?.subject ?? '', /^Re: Leak in 3B \[HC-\d+\]$/);
    assert.equal(headerOf(sent, 'In-Reply-To'), mail.internetMessageId);
    assert.equal(headerOf(sent, 'Auto-Submitted'), undefined);
    assert.match(sent?.body.content ?? '', /The plumber comes at three\..*appendonsend.*When does the plumber come\?/s);
    const messages = await world.store.messages(id);
    assert.equal(messages.at(-1)?.delivery?.state, 'sent');
    assert.equal(messages.at(-1)?.graph?.id, sent?.id);
  });

  it('cleans what was written, and puts the signature below', async () => {
    const { id } = await aCaseWith();
    const { value } = await world.outbox.settings.read('templates');
    const signatures = [{ mailbox: null, agent: null, text: '{{agent.name}}\nContoso' }];
    world.replies.settings = { read: async () => ({ value: { ...Object(value), signatures }, etag: '1' }) };
    const html = '<p onclick="x()">Hello <b>you</b><script>alert(1)</script><img src="https://spy.example/p"></p>';
    const { message } = await reply(id, { html });
    assert.equal(message.visibleText, 'Hello you');
    assert.equal(message.safeHtml, '<p>Hello <b>you</b></p>\n<p>-- <br>Ana Ruiz<br>Contoso</p>');
  });

  it('refuses to add or drop somebody unless that is meant, and names them', async () => {
    const { id } = await aCaseWith();
    const to = [person('nadia@example.com'), person('dispatch@rohr.example')];
    const refusal = await reply(id, { to }).catch((error) => error);
    assert.ok(isFailure(refusal, 'recipients-changed'));
    const check = refusal.current as Awaited<ReturnType<typeof checkReply>>;
    assert.deepEqual(
      check.added.map(({ email, external, thirdParty }) => [email, external, thirdParty]),
      [['dispatch@rohr.example', true, true]],
    );
    assert.deepEqual(
      check.dropped.map(({ email }) => email),
      ['owners@example.com'],
    );
    assert.equal((await world.store.messages(id)).length, 2);
    const { message } = await reply(id, { to, acceptRecipientChanges: true });
    assert.equal(message.to.length, 2);
    assert.ok((await caseOf(id))?.participants.some(({ email }) => email === 'dispatch@rohr.example'));
  });

  it('warns before sending of people of other cases, forgotten files and addresses that bounce', async () => {
    const { id } = await aCaseWith();
    await world.receive({ from: recipient('owen@kitewell.example'), subject: 'Another matter' });
    await world.settle();
    const draft = {
      to: [person('nadia@example.com'), person('owen@kitewell.example')],
      text: 'See the attached plan.',
    };
    const check = await checkReply(world.replies, id, { ...draft, attachmentCount: 0 });
    assert.match(check.otherCases['owen@kitewell.example'] ?? '', /^HC-\d+$/);
    assert.equal(check.forgottenFile, true);
    assert.equal((await checkReply(world.replies, id, { ...draft, attachmentCount: 1 })).forgottenFile, false);
  });

  it('says before sending who has answered that mail already', async () => {
    const { id } = await aCaseWith();
    const draft = { text: 'Me too', attachmentCount: 0 };
    assert.equal((await checkReply(world.replies, id, draft)).answeredBy, null);
    const { message } = await reply(id);
    const { answeredBy } = await checkReply(world.replies, id, draft);
    assert.deepEqual(answeredBy, { name: message.from?.name, at: message.at });
  });

  it('sends once for one key, and refuses the key for another text', async () => {
    const { id } = await aCaseWith();
    const [one, two] = await Promise.all([reply(id, {}, 'k1'), reply(id, {}, 'k1')]);
    const three = await reply(id, {}, 'k1');
    assert.deepEqual([two.message.id, three.message.id, three.created], [one.message.id, one.message.id, false]);
    await assert.rejects(reply(id, { text: 'Other' }, 'k1'), (error) => isFailure(error, 'conflict'));
    world.clock.advance(16_000);
    await world.settle();
    assert.equal(replies().length, 1);
  });

  it('takes a reply back within the time, and the case is what it was', async () => {
    const { id } = await aCaseWith();
    const before = await caseOf(id);
    const { message } = await reply(id, { thenStatus: 'awaiting_customer' });
    world.clock.advance(10_000);
    await undoSend(world.replies, ana, id, message.id);
    const after = await caseOf(id);
    const changed = { updatedAt: '', quietFrom: [] };
    assert.deepEqual({ ...after, ...changed }, { ...before, ...changed });
    assert.equal((await world.store.messages(id)).length, 2);
    world.clock.advance(60_000);
    await world.settle();
    assert.equal(replies().length, 0);
    assert.equal((await world.store.history(id)).at(-1)?.kind, 'message.withdrawn');
  });

  it('keeps what somebody else has changed meanwhile when a reply is taken back', async () => {
    const { id } = await aCaseWith();
    const { message } = await reply(id, { thenStatus: 'awaiting_customer' });
    await world.store.transact(id, 'elsewhere', async (tx) => {
      const found = await tx.case(id);
      assert.ok(found);
      tx.putCase({ ...found.value, status: 'awaiting_vendor' });
      const event = { kind: 'case.changed' as const, caseId: id, at: world.clock.now(), actor: ana, changes: [] };
      tx.record({ ...event, messageId: null, mail: null, reason: null });
    });
    await undoSend(world.replies, ana, id, message.id);
    const after = await caseOf(id);
    assert.deepEqual([after?.status, after?.firstResponseAt], ['awaiting_vendor', null]);
  });

  it('is too late to take back once it is on its way', async () => {
    const { id } = await aCaseWith();
    const { message } = await reply(id);
    world.clock.advance(16_000);
    const { sender } = world.outbox;
    let refused: unknown;
    world.outbox.sender = {
      ...sender,
      draft: async (letter, answers) => {
        refused = await undoSend(world.replies, ana, id, message.id).catch((error) => error);
        return sender.draft(letter, answers);
      },
    };
    await world.settle();
    assert.ok(isFailure(refused, 'conflict'));
    assert.equal(replies().length, 1);
  });

  it('either takes it back or sends it, never both, when both happen at once', async () => {
    const { id } = await aCaseWith();
    for (let n = 0; n < 20; n += 1) {
      const before = replies().length;
      const { message } = await reply(id, { text: `Reply ${n}` });
      world.clock.advance(16_000);
      const [undone] = await Promise.allSettled([
        undoSend(world.replies, ana, id, message.id),
        drainOutbox(world.outbox),
      ]);
      await world.settle();
      const stands = (await world.store.messages(id)).some((one) => one.id === message.id);
      const sent = replies().length > before;
      assert.deepEqual([sent, stands], undone.status === 'fulfilled' ? [false, false] : [true, true], `round ${n}`);
    }
  });

  it('sends the files with it, and refuses those that mail programs refuse', async () => {
    const { id } = await aCaseWith();
    const bytes = Buffer.from('a plan of the shaft');
    const file = { name: 'plan.txt', type: 'text/plain', bytes };
    const evil = { name: 'plan.exe', type: 'text/plain', bytes };
    await assert.rejects(reply(id, { attachments: [file, evil] }), (error) => {
      return isFailure(error, 'invalid') && error.faults[0]?.path === 'attachments.1';
    });
    await reply(id, { attachments: [file] });
    world.clock.advance(16_000);
    await world.settle();
    const [sent] = replies();
    assert.equal(Buffer.from(sent?.attachments[0]?.contentBytes ?? '', 'base64').toString(), 'a plan of the shaft');
  });

  it('sends large files whole, also when the first draft was left half done', async () => {
    const { id } = await aCaseWith();
    const large = (letter: string) => ({
      name: `${letter}.txt`,
      type: 'text/plain',
      bytes: Buffer.alloc(1_500_000, letter),
    });
    await assert.rejects(reply(id, { attachments: [{ ...large('x'), bytes: Buffer.alloc(3_000_001) }] }));
    await reply(id, { attachments: [large('a'), large('b')] });
    world.clock.advance(16_000);
    const { sender } = world.outbox;
    let tries = 0;
    world.outbox.sender = {
      ...sender,
      draft: async (letter, answers) => {
        if (tries++ > 0) return sender.draft(letter, answers);
        await sender.draft({ ...letter, attachments: letter.attachments.slice(0, 1) }, answers);
        throw new Failure('unavailable', 'Graph does not answer');
      },
    };
    await world.settle();
    assert.equal(tries, 2);
    assert.deepEqual(
      replies().map((mail) => mail.attachments.map(({ name, size }) => [name, size])),
      [
        [
          ['a.txt', 1_500_000],
          ['b.txt', 1_500_000],
        ],
      ],
    );
    assert.equal(world.emulator.list('support@contoso.example', 'drafts').length, 0);
  });

  it('shows a refused reply with its reason, and sends it again when asked', async () => {
    const { id } = await aCaseWith();
    world.emulator.faults.set({ sending: { refusedRecipients: ['owners@example.com'] } });
    const { message } = await reply(id);
    world.clock.advance(16_000);
    await world.settle();
    const failed = (await world.store.messages(id)).find((one) => one.id === message.id);
    assert.equal(failed?.delivery?.state, 'failed');
    world.emulator.faults.reset();
    await sendAgain(world.replies, ana, id, message.id);
    await world.settle();
    assert.equal(replies().length, 1);
  });

  it('keeps the order of a case when an earlier mail has to wait', async () => {
    const { id } = await aCaseWith();
    await reply(id, { text: 'First' });
    world.clock.advance(1_000);
    await reply(id, { text: 'Second' });
    world.clock.advance(16_000);
    world.emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 30 } });
    await drainOutbox(world.outbox);
    world.emulator.faults.reset();
    await drainOutbox(world.outbox);
    assert.equal(replies().length, 0);
    await world.settle();
    assert.deepEqual(
      replies().map((mail) => mail.body.content.slice(0, 12)),
      ['<p>First</p>', '<p>Second</p'],
    );
  });

  it('leaves out the acknowledgement where an agent was faster', async () => {
    await world.receive();
    await drainPending(world.deps, 1);
    const [opened] = await world.cases();
    await reply(opened?.value.id ?? '');
    await world.settle();
    assert.equal(world.sent().length, 1);
    assert.equal(replies().length, 1);
  });
});
