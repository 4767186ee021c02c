import assert from 'node:assert/strict';
import { TableOperations } from '../../../../backend/adapters/store/table-operations.ts';
import { changeStatus } from '../../../../backend/app/cases/change-case.ts';
import { sweepMailboxes } from '../../../../backend/app/intake/sweep-mailbox.ts';
import { mergeCase } from '../../../../backend/app/lifecycle/merge-cases.ts';
import { checkReply } from '../../../../backend/app/replies/check-reply.ts';
import { replyToCase } from '../../../../backend/app/replies/reply-to-case.ts';
import { undoSend } from '../../../../backend/app/replies/undo-send.ts';
import { bindTasks } from '../../../../backend/app/tasks/bind-tasks.ts';
import type { TaskUseCases } from '../../../../backend/app/tasks/task-use-cases.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { MemoryTaskIndex } from '../../../../backend/readmodel/task-index.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { headerOf, type ReplyWorld, replyWorld, support } from '../../../support/reply-world.ts';

const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
const recipient = (address: string, name = address) => ({ emailAddress: { address, name } });
const plumber = 'joe@pipes.example';
const secret = 'My alarm code is 4711 and I am away until Sunday.';

describe('A task for somebody outside', () => {
  let tables: MemoryTables;
  let world: ReplyWorld;
  let app: TaskUseCases;
  let id: string;
  let number: string;
  let mailId: string;
  beforeEach(async () => {
    tables = new MemoryTables();
    world = await replyWorld({ backend: tables });
    const tasks = new MemoryTaskIndex();
    tasks.follow(world.tailer);
    const catchUp = () => world.tailer.catchUpAll();
    const { settings, undoMs, wakeOutbox } = world.replies;
    app = bindTasks({ ...world.deps, tasks, settings, catchUp, undoMs, wakeOutbox }, catchUp);
    await world.receive({
      subject: 'Leak in 3B',
      from: recipient('nadia@example.com', 'Nadia Haddad'),
      body: { contentType: 'text', content: secret },
    });
    await world.settle();
    const [opened] = await world.cases();
    id = opened?.value.id ?? '';
    number = opened?.value.number ?? '';
    mailId = (await world.store.messages(id))[0]?.id ?? '';
  });
  afterEach(() => world.emulator.close());

  const caseNow = async (caseId = id) => (await world.store.get(caseId))?.value ?? assert.fail();
  const asked = () => world.sent().filter((mail) => mail.toRecipients?.[0]?.emailAddress?.address === plumber);
  async function give(fields: Record<string, unknown> = {}, send = true) {
    const input = {
      case: id,
      title: 'Fix the pipe',
      description: 'Above the kitchen.',
      ownerEmail: plumber,
      ...fields,
    };
    const { task } = await app.createTask(ana, input);
    if (send) {
      world.clock.advance(16_000);
      await world.settle();
    }
    return task;
  }
  const taskNow = async (taskId: string) => (await app.getTask(taskId)).value;
  async function write(from: string, message: Record<string, unknown> = {}) {
    const laid = await world.receive({
      from: recipient(from),
      body: { contentType: 'text', content: 'I come on Tuesday.' },
      ...message,
    });
    await world.settle();
    return laid;
  }
  const thread = (...ids: (string | undefined)[]) => ({
    internetMessageHeaders: [
      { name: 'In-Reply-To', value: ids.at(-1) ?? '' },
      { name: 'References', value: ids.join(' ') },
    ],
  });
  /** Answers the mail that gave the task away, as mail programs do. */
  const answer = (from: string, more: Record<string, unknown> = {}) => {
    const [sent] = asked();
    return write(from, { subject: `Re: ${sent?.subject}`, ...thread(sent?.internetMessageId), ...more });
  };
  const landed = async (taskId: string) =>
    (await app.taskMessages(taskId)).filter(({ direction }) => direction === 'inbound');
  const fateOf = async (from: string) => (await world.fates()).filter((fate) => fate.from === from).at(-1);

  it('is asked for by mail in a thread of its own, with nothing of the customer in it', async () => {
    const before = await caseNow();
    const task = await give({
      dueAt: '2026-11-27T12:00:00.000Z',
      checklist: [{ text: 'Ask for the key', done: false }],
    });
    const [sent, ...more] = asked();
    assert.equal(more.length, 0);
    assert.equal(sent?.subject, `Fix the pipe [${number} T-${task.value.id.slice(-8)}]`);
    assert.deepEqual([headerOf(sent, 'In-Reply-To'), headerOf(sent, 'Auto-Submitted')], [undefined, undefined]);
    const body = sent?.body.content ?? '';
    assert.match(body, /Ana Ruiz asks you.*Fix the pipe.*Above the kitchen\..*- Ask for the key.*November 27/s);
    for (const told of ['Nadia', 'nadia@example.com', '4711', 'Leak in 3B', '3B'])
      assert.ok(!body.includes(told), told);
    const [message] = await app.taskMessages(task.value.id);
    assert.deepEqual(
      [message?.direction, message?.delivery?.state, message?.task?.id],
      ['outbound', 'sent', task.value.id],
    );
    const now = await caseNow();
    assert.deepEqual(
      [now.status, now.firstResponseAt, now.participants, now.lastMessageAt, now.messageCount],
      [before.status, null, before.participants, before.lastMessageAt, before.messageCount + 1],
    );
    assert.equal((await taskNow(task.value.id)).assignment?.to, plumber);
    assert.equal(
      await sweepMailboxes(world.deps)
        .then(() => world.settle())
        .then(() => asked().length),
      1,
    );
  });

  it('says nothing of what the task does not have, and speaks the language of the case', async () => {
    await world.store.transact(id, 'language', async (tx) => {
      const found = await tx.case(id);
      if (found) tx.putCase({ ...found.value, language: 'de' });
      tx.record({
        kind: 'case.changed',
        caseId: id,
        at: world.clock.now(),
        actor: ana,
        changes: [],
        messageId: null,
        mail: null,
        reason: null,
      });
    });
    await give({ description: '' });
    const body = asked()[0]?.body.content ?? '';
    assert.match(body, /bittet Sie, diese Arbeit zu übernehmen/);
    assert.doesNotMatch(body, /Fällig|<p><\/p>|\{\{/);
  });

  it('passes on the mails that somebody chose, without the address of who wrote them, and no others', async () => {
    await world.receive({
      from: recipient('nadia@example.com', 'Nadia Haddad'),
      subject: `Re: Leak [${number}]`,
      body: { contentType: 'text', content: 'It drips from the lamp.' },
    });
    await world.settle();
    const drips = (await world.store.messages(id)).find(({ visibleText }) => visibleText.includes('lamp'));
    await give({ share: [drips?.id ?? ''] });
    const body = asked()[0]?.body.content ?? '';
    assert.match(body, /Nadia Haddad \(\d{4}-\d\d-\d\d\):.*It drips from the lamp\./s);
    assert.ok(!body.includes('4711') && !body.includes('nadia@example.com'));
    const faultsOf = async (fields: Record<string, unknown>) => {
      const error = await give(fields, false).catch((thrown: unknown) => thrown);
      return isFailure(error, 'invalid') ? error.faults?.map(({ path }) => path) : error;
    };
    assert.deepEqual(await faultsOf({ share: ['no-such-mail'] }), ['share.0']);
    assert.deepEqual(await faultsOf({ share: [mailId], ownerEmail: null }), ['share']);
    assert.deepEqual(await faultsOf({ ownerEmail: support }), ['ownerEmail']);
    assert.deepEqual(await faultsOf({ ownerEmail: 'Support+x@contoso.example' }), ['ownerEmail']);
    assert.deepEqual(await faultsOf({ ownerEmail: 'Nadia@example.com' }), ['ownerEmail']);
  });

  it('gets the answer, which is none of the customer: no response, no participant, no reopening', async () => {
    const task = await give();
    await changeStatus(world.deps, ana, id, { status: 'awaiting_customer' });
    const before = await caseNow();
    const laid = await answer(plumber);
    await world.deps.pending.note([{ mailbox: support, graphId: laid.id }], world.clock.now());
    await world.settle();
    const [message, ...others] = await landed(task.value.id);
    assert.deepEqual([message?.visibleText, others.length], ['I come on Tuesday.', 0]);
    assert.deepEqual(
      [message?.caseId, message?.threadedBy.rule, message?.task?.contractor],
      [id, 'task_thread', plumber],
    );
    const now = await caseNow();
    assert.deepEqual(
      [now.status, now.firstResponseAt, now.participants, now.lastMessageAt, now.customer.email],
      ['awaiting_customer', null, before.participants, before.lastMessageAt, 'nadia@example.com'],
    );
    assert.equal((await taskNow(task.value.id)).heard?.messageId, message?.id);
    assert.equal((await world.cases()).length, 1);
    const fate = await fateOf(plumber);
    assert.deepEqual([fate?.outcome, fate?.taskId, fate?.rule], ['joined', task.value.id, 'task_thread']);
    const told = (await world.store.history(id)).filter(({ kind }) => kind === 'task.changed');
    assert.deepEqual(
      told.map(({ changes }) => changes.map(({ field }) => field)),
      [['heard']],
      'also when the mail was worked through twice',
    );
  });

  it('is no longer waited for once they write', async () => {
    await give();
    await changeStatus(world.deps, ana, id, { status: 'awaiting_vendor' });
    await answer(plumber, {
      internetMessageHeaders: [
        { name: 'Auto-Submitted', value: 'auto-replied' },
        ...thread(asked()[0]?.internetMessageId).internetMessageHeaders,
      ],
    });
    assert.equal((await caseNow()).status, 'awaiting_vendor');
    await answer(plumber);
    assert.equal((await caseNow()).status, 'in_progress');
  });

  it('keeps the customer’s conversation apart: the next reply quotes and names nothing of it', async () => {
    await give();
    const reply = await answer(plumber);
    const check = await checkReply(world.replies, id, { text: 'Hello', attachmentCount: 0 });
    assert.deepEqual([check.answers, check.to.map(({ email }) => email)], [mailId, ['nadia@example.com']]);
    await replyToCase(world.replies, ana, id, { text: 'The plumber comes on Tuesday.' });
    world.clock.advance(16_000);
    await world.settle();
    const sent = world.sent().at(-1);
    assert.equal(sent?.toRecipients?.[0]?.emailAddress?.address, 'nadia@example.com');
    const headers = JSON.stringify(sent?.internetMessageHeaders);
    assert.ok(!headers.includes(asked()[0]?.internetMessageId ?? '?') && !headers.includes(reply.internetMessageId));
    assert.ok(!(sent?.body.content ?? '').includes('I come on Tuesday'));
  });

  it('is answered from the case without that being an answer to the customer', async () => {
    const task = await give();
    await answer(plumber);
    const [theirs] = await landed(task.value.id);
    const { message } = await replyToCase(world.replies, ana, id, {
      text: 'Ring at 3B.',
      answers: theirs?.id,
      thenStatus: 'awaiting_vendor',
    });
    assert.deepEqual([message.task?.id, message.to.map(({ email }) => email)], [task.value.id, [plumber]]);
    world.clock.advance(16_000);
    await world.settle();
    const now = await caseNow();
    assert.deepEqual([now.firstResponseAt, now.status], [null, 'awaiting_vendor']);
    const sent = asked().at(-1);
    assert.equal(sent?.subject, `Re: Fix the pipe [${number} T-${task.value.id.slice(-8)}]`);
    assert.match(sent?.body.content ?? '', /Ring at 3B\..*I come on Tuesday\./s);
    assert.ok(!(sent?.body.content ?? '').includes('4711'));
    await write(plumber, { subject: 'Fine', ...thread(sent?.internetMessageId) });
    assert.equal((await landed(task.value.id)).length, 2);
  });

  it('takes what one of us writes to them in Outlook for no first response', async () => {
    const task = await give();
    const reply = await answer(plumber);
    const call = await fetch(`${world.emulator.url}/users/${support}/messages/${reply.id}/reply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ message: { body: { contentType: 'text', content: 'Good.' } } }),
    });
    assert.equal(call.status, 202);
    await sweepMailboxes(world.deps);
    await world.settle();
    const ours = (await app.taskMessages(task.value.id)).filter(({ direction }) => direction === 'outbound');
    assert.deepEqual([ours.length, (await caseNow()).firstResponseAt], [2, null]);
  });

  it('is reached by nobody else: not by a guessed token, a forged sender or a mail that was passed on', async () => {
    const task = await give();
    const { subject } = asked()[0] ?? assert.fail();
    const forged = [{ name: 'Authentication-Results', value: 'spf=fail; dmarc=fail' }];
    const tries: [string, Record<string, unknown>][] = [
      ['eve@evil.example', { subject }],
      ['eve@evil.example', { subject: `Re: ${subject}`, ...thread(asked()[0]?.internetMessageId) }],
      // Of the same firm, but without the mail.
      ['boss@pipes.example', { subject }],
      [plumber, { subject, internetMessageHeaders: forged }],
      [plumber, { subject: `Re: [${number} T-00000000]` }],
    ];
    for (const [from, message] of tries) {
      const cases = (await world.cases()).length;
      await write(from, message);
      assert.deepEqual(await landed(task.value.id), [], `${from} ${JSON.stringify(message)}`);
      assert.equal((await world.cases()).length, cases + 1);
    }
    assert.equal((await caseNow()).messageCount, (await world.store.messages(id)).length);
    assert.deepEqual(
      (await caseNow()).participants.map(({ email }) => email),
      ['nadia@example.com'],
    );
    const passedOn = (await world.cases())
      .map(({ value }) => value)
      .filter(({ customer }) => customer.email === 'eve@evil.example');
    assert.ok(passedOn.some(({ linked }) => linked.some((one) => one.caseId === id && one.kind === 'mentions')));
    assert.equal((await taskNow(task.value.id)).heard, null);
  });

  it('is reached by their token without the thread, and by a colleague of theirs who answers the mail', async () => {
    const task = await give();
    const { subject } = asked()[0] ?? assert.fail();
    await write('Joe@Pipes.example', { subject: `AW: ${subject}` });
    await answer('boss@pipes.example');
    // Both arrive within the second that a mail's time is told in.
    assert.deepEqual((await landed(task.value.id)).map(({ threadedBy }) => threadedBy.rule).sort(), [
      'task_thread',
      'task_token',
    ]);
  });

  it('does not take everybody at a public provider for a colleague', async () => {
    const task = await give({ ownerEmail: 'joe.pipes@gmail.com' });
    const sent = world.sent().find((mail) => mail.toRecipients?.[0]?.emailAddress?.address === 'joe.pipes@gmail.com');
    await write('eve@gmail.com', { subject: `Re: ${sent?.subject}`, ...thread(sent?.internetMessageId) });
    assert.equal((await landed(task.value.id)).length, 0);
    await write('joe.pipes@gmail.com', { subject: `Re: ${sent?.subject}`, ...thread(sent?.internetMessageId) });
    assert.equal((await landed(task.value.id)).length, 1);
  });

  it('hears nothing of machines, whom nobody answers, and stops their loops', async () => {
    const task = await give();
    const sentBefore = world.sent().length;
    const headers = [
      { name: 'Auto-Submitted', value: 'auto-replied' },
      ...thread(asked()[0]?.internetMessageId).internetMessageHeaders,
    ];
    for (let round = 0; round < 14; round++) {
      await answer(plumber, {
        body: { contentType: 'text', content: `Away ${round}` },
        internetMessageHeaders: headers,
      });
    }
    assert.equal(world.sent().length, sentBefore);
    const messages = await landed(task.value.id);
    assert.deepEqual([messages.length, messages.every(({ automatic }) => automatic)], [10, true]);
    assert.equal((await taskNow(task.value.id)).heard, null);
    const parked = (await world.fates()).filter(({ outcome }) => outcome === 'parked');
    assert.deepEqual([parked.length, parked[0]?.from], [4, plumber]);
  });

  it('says that the mail did not reach them', async () => {
    const task = await give();
    await write('MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.example', {
      subject: `Undeliverable: ${asked()[0]?.subject}`,
      body: {
        contentType: 'text',
        content: `Your message to ${plumber} could not be delivered. 550 5.1.1 User unknown`,
      },
      internetMessageHeaders: [
        { name: 'Content-Type', value: 'multipart/report; report-type=delivery-status; boundary="b"' },
        ...thread(asked()[0]?.internetMessageId).internetMessageHeaders,
      ],
    });
    const { assignment } = await taskNow(task.value.id);
    assert.match(assignment?.error ?? '', /did not reach joe@pipes\.example/);
    const ours = (await app.taskMessages(task.value.id)).find(({ direction }) => direction === 'outbound');
    assert.equal(ours?.delivery?.state, 'bounced');
    assert.equal((await caseNow()).status, 'new');
  });

  it('follows its case when that is merged', async () => {
    const task = await give();
    await world.receive({ from: recipient('omar@example.com') });
    await world.settle();
    const other = (await world.cases()).find(({ value }) => value.id !== id)?.value ?? assert.fail();
    const lifecycle = { ...world.deps, operations: new TableOperations(tables), wakeAnalysis: () => {} };
    await mergeCase(lifecycle, ana, id, other.id);
    await world.tailer.catchUpAll();
    await answer(plumber);
    const [message] = await landed(task.value.id);
    assert.deepEqual([message?.caseId, message?.task?.id], [other.id, task.value.id]);
    assert.equal((await taskNow(task.value.id)).heard?.messageId, message?.id);
    assert.deepEqual(
      (await caseNow(other.id)).participants.some(({ email }) => email === plumber),
      false,
    );
  });

  it('sends one mail to whoever has it in the end, and none where it was taken back in time', async () => {
    const task = await give({}, false);
    const count = (await caseNow()).messageCount;
    const { value } = await app.editTask(ana, task.value.id, { ownerEmail: 'kim@pipes.example' });
    assert.equal(value.assignment?.to, 'kim@pipes.example');
    assert.equal((await caseNow()).messageCount, count);
    world.clock.advance(16_000);
    await world.settle();
    const to = world.sent().map((mail) => mail.toRecipients?.[0]?.emailAddress?.address);
    assert.deepEqual(
      to.filter((email) => email !== 'nadia@example.com'),
      ['kim@pipes.example'],
    );
    const gone = await give({}, false);
    await app.deleteTask(ana, gone.value.id);
    const done = await give({}, false);
    await app.editTask(ana, done.value.id, { status: 'resolved' });
    const undone = await give({}, false);
    await undoSend(world.replies, ana, id, undone.value.assignment?.messageId ?? '');
    assert.deepEqual(
      [(await taskNow(undone.value.id)).assignment, (await taskNow(undone.value.id)).ownerEmail],
      [null, plumber],
    );
    world.clock.advance(16_000);
    await world.settle();
    assert.equal(asked().length, 0);
    const shown = await world.store.messages(id);
    assert.deepEqual(
      [(await caseNow()).messageCount, shown.some((one) => one.task?.contractor === plumber)],
      [shown.length, false],
    );
  });

  it('still hears of the one who had it before', async () => {
    const task = await give();
    await app.editTask(ana, task.value.id, { ownerEmail: 'kim@other.example' });
    world.clock.advance(16_000);
    await world.settle();
    await answer(plumber);
    assert.equal((await landed(task.value.id)).length, 1);
    await write(plumber, { subject: asked()[0]?.subject });
    assert.equal((await landed(task.value.id)).length, 1, 'the token alone opens the task to nobody but its owner');
  });
});
