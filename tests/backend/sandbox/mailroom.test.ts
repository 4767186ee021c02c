import assert from 'node:assert/strict';
import { isFailure } from '../../../backend/domain/failure.ts';
import type { MailFate } from '../../../backend/domain/mail/mail.ts';
import { type GraphEmulator, startGraphEmulator } from '../../../backend/sandbox/graph-emulator/emulator.ts';
import { createMailroom, type KnownFate, type Mailroom } from '../../../backend/sandbox/mailroom.ts';
import { createSampleDelivery, type SampleDelivery } from '../../../backend/sandbox/sample-delivery.ts';
import { allSamples, tryThese } from '../../../backend/sandbox/sample-mailbox/sample-mailbox.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';

const support = 'support@contoso.example';
const written = {
  from: { email: 'nadia@example.com', name: 'Nadia' },
  to: support,
  subject: 'Leak',
  body: 'Water everywhere',
  contentType: 'text' as const,
  headers: [],
};

function aFate(caseId: string): MailFate {
  return {
    mailKey: 'k',
    mailbox: support,
    graphId: 'g',
    internetMessageId: '<m>',
    from: 'nadia@example.com',
    subject: 'Leak',
    kind: 'human',
    outcome: 'opened',
    caseId,
    messageId: 'm1',
    rule: 'new_conversation',
    reason: 'Begins a conversation.',
    reasons: [],
    receivedAt: '2026-11-24T13:00:00.000Z',
    decidedAt: '2026-11-24T13:00:00.350Z',
  };
}

describe('The sandbox’s mailbox', () => {
  let emulator: GraphEmulator;
  let mailroom: Mailroom;
  const clock = new TestClock();
  const fates = new Map<string, KnownFate>();

  beforeEach(async () => {
    emulator = await startGraphEmulator({ mailboxes: [support], now: () => clock.nowMs() });
    const mailText = {
      read: () => ({ visibleText: 'shown', hasQuoted: false, signature: '', safeHtml: '<p>shown</p>' }),
    };
    const fateOf = async (id: string) => fates.get(id);
    mailroom = createMailroom({ emulator, mailboxes: [support], fateOf, mailText });
  });
  afterEach(() => emulator.close());

  it('shows what was written, newest first, with the fate of each mail', async () => {
    const first = await mailroom.write(written);
    await mailroom.write({ ...written, subject: 'Second' });
    fates.set(first.internetMessageId, { fate: aFate('c1'), caseNumber: 'HC-1001' });
    const { items, total } = await mailroom.inbox(10);
    assert.equal(total, 2);
    assert.deepEqual(
      items.map(({ subject }) => subject),
      ['Second', 'Leak'],
    );
    assert.equal(items[0]?.fate, null);
    assert.deepEqual(items[1]?.fate, {
      kind: 'human',
      outcome: 'opened',
      caseNumber: 'HC-1001',
      reason: 'Begins a conversation.',
      tookMs: 350,
    });
    assert.deepEqual((await mailroom.inbox(1)).items.length, 1);
  });

  it('opens a mail with what may safely be shown of it', async () => {
    const { id, internetMessageId } = await mailroom.write({
      ...written,
      body: '<script>x</script>',
      contentType: 'html',
    });
    const mail = await mailroom.open(id);
    assert.deepEqual([mail.text, mail.safeHtml], ['shown', '<p>shown</p>']);
    assert.equal(mail.internetMessageId, internetMessageId);
    assert.deepEqual(mail.from, { email: 'nadia@example.com', name: 'Nadia' });
    await assert.rejects(mailroom.open('gone'), (error) => isFailure(error, 'not-found'));
  });

  it('lets a customer answer a mail, which joins its conversation', async () => {
    const first = await mailroom.write(written);
    const reply = await mailroom.write({ ...written, subject: 'RE: Leak', inReplyTo: first.id });
    const [parent, child] = emulator.list(support, 'inbox');
    const header = (name: string) => child?.internetMessageHeaders.find((h) => h.name === name)?.value;
    assert.equal(header('In-Reply-To'), first.internetMessageId);
    assert.equal(header('References'), first.internetMessageId);
    assert.equal(child?.conversationId, parent?.conversationId);
    const last = await mailroom.write({ ...written, subject: 'RE: Leak', inReplyTo: reply.id });
    const third = emulator.list(support, 'inbox').find((mail) => mail.internetMessageId === last.internetMessageId);
    const references = third?.internetMessageHeaders.find((h) => h.name === 'References')?.value;
    assert.equal(references, `${first.internetMessageId} ${reply.internetMessageId}`);
  });

  it('takes raw headers as they are given', async () => {
    const headers = [
      { name: 'Auto-Submitted', value: 'auto-replied' },
      { name: 'message-id', value: '<own@example.com>' },
    ];
    const { internetMessageId } = await mailroom.write({ ...written, headers });
    assert.equal(internetMessageId, '<own@example.com>');
    const [mail] = emulator.list(support, 'inbox');
    assert.ok(mail?.internetMessageHeaders.some((h) => h.name === 'Auto-Submitted' && h.value === 'auto-replied'));
    assert.equal(mail?.internetMessageHeaders.filter((h) => h.name.toLowerCase() === 'message-id').length, 1);
  });

  it('refuses mail for mailboxes nobody watches and answers to mails that are not there', async () => {
    const invalid = (path: string) => (error: unknown) => isFailure(error, 'invalid') && error.faults[0]?.path === path;
    await assert.rejects(mailroom.write({ ...written, to: 'else@contoso.example' }), invalid('to'));
    await assert.rejects(mailroom.write({ ...written, inReplyTo: 'gone' }), invalid('inReplyTo'));
    assert.ok(await mailroom.write({ ...written, to: 'Support+tag@contoso.example' }));
  });
});

describe('The sample mailbox', () => {
  let emulator: GraphEmulator;
  let samples: SampleDelivery;
  const clock = new TestClock();

  beforeEach(async () => {
    emulator = await startGraphEmulator({ mailboxes: [support], now: () => clock.nowMs() });
    samples = createSampleDelivery({ emulator, mailboxes: [support], clock, log: new TestLog(), trickleMs: 10 });
  });
  afterEach(async () => {
    samples.stop();
    await emulator.close();
  });
  const inbox = () => emulator.list(support, 'inbox');

  it('offers mails by name and knows its size', () => {
    const { total, try: offered, trickling } = samples.samples();
    assert.equal(total, allSamples().length);
    assert.deepEqual(offered, tryThese);
    assert.equal(trickling, false);
  });

  it('delivers one by key; asked for again, a second mail with the same words', async () => {
    const key = tryThese[1]?.key ?? '';
    assert.deepEqual(await samples.deliver({ key }), { delivered: 1, trickling: false });
    await samples.deliver({ key });
    const [first, second] = inbox();
    assert.equal(first?.subject, second?.subject);
    assert.notEqual(first?.internetMessageId, second?.internetMessageId);
    assert.notEqual(first?.conversationId, second?.conversationId);
    await assert.rejects(samples.deliver({ key: 'no-such' }), (error) => isFailure(error, 'not-found'));
  });

  it('delivers the next ones, then all that are left, and nothing twice', async () => {
    assert.equal((await samples.deliver({ count: 3 })).delivered, 3);
    assert.equal((await samples.deliver({ all: true })).delivered, allSamples().length - 3);
    assert.equal((await samples.deliver({ all: true })).delivered, 0);
    assert.ok(inbox().length >= allSamples().length);
  });

  it('trickles until it is stopped', async () => {
    assert.deepEqual(await samples.deliver({ trickle: true }), { delivered: 1, trickling: true });
    while (inbox().length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await samples.deliver({ trickle: false }), { delivered: 0, trickling: false });
    const before = inbox().length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal(inbox().length, before);
  });
});
