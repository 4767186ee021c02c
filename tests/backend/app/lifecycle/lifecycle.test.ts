import assert from 'node:assert/strict';
import { assignCase, changeStatus, editCase } from '../../../../backend/app/cases/change-case.ts';
import { lookupMail } from '../../../../backend/app/cases/lookup-mail.ts';
import { addNote } from '../../../../backend/app/lifecycle/add-note.ts';
import { linkCases, unlinkCases } from '../../../../backend/app/lifecycle/link-cases.ts';
import { mergeCase, unmergeCase } from '../../../../backend/app/lifecycle/merge-cases.ts';
import { moveMessages, splitCase } from '../../../../backend/app/lifecycle/move-messages.ts';
import { undoLast } from '../../../../backend/app/lifecycle/undo.ts';
import { watchCase } from '../../../../backend/app/lifecycle/watch-case.ts';
import { system } from '../../../../backend/domain/access/actor.ts';
import type { SupportCase } from '../../../../backend/domain/case/case.ts';
import { type Failure, isFailure } from '../../../../backend/domain/failure.ts';
import { aMail } from '../../../builders/mail.ts';
import { usualOptions } from '../../../support/intake-world.ts';
import { ana, ben, type LifecycleWorld, lifecycleWorld } from '../../../support/lifecycle-world.ts';

const marek = { email: 'marek.dvorak@example.com', name: 'Marek Dvorak' };

async function refused(run: Promise<unknown>, code: Failure['code']): Promise<Failure> {
  const error = await run.then(
    () => assert.fail('was not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(isFailure(error, code), String(error));
  return error as Failure;
}

/** What un-merging must bring back: everything but the moment of the change. */
function lasting({ updatedAt: _, quietFrom: __, ...rest }: SupportCase) {
  return rest;
}

let world: LifecycleWorld;
beforeEach(async () => {
  world = await lifecycleWorld();
});

describe('Notes and watchers', () => {
  it('a note lies in the conversation, and whoever it names watches the case', async () => {
    const { id } = await world.mailCase();
    const note = await addNote(world.deps, ana, id, { text: 'Ask the plumber.', mentions: ['ben', 'ben'] });
    const stored = (await world.store.messages(id)).find((message) => message.direction === 'note');
    assert.deepEqual(stored, note);
    assert.deepEqual([note.direction, note.from?.email, note.mentions], ['note', 'ana@contoso.example', ['ben']]);
    const value = await world.get(id);
    assert.deepEqual([value.watchers, value.messageCount], [['ben'], 2]);
    const failure = await refused(addNote(world.deps, ana, id, { text: 'x', mentions: ['ben', 'eve'] }), 'invalid');
    assert.deepEqual(failure.faults, [{ path: 'mentions.1', message: 'is not the id of an agent' }]);
  });

  it('the same request is one note, and another one with its key is refused', async () => {
    const { id } = await world.mailCase();
    const key = { key: 'k', requestHash: 'h' };
    const one = await addNote(world.deps, ana, id, { text: 'Once.' }, key);
    assert.deepEqual(await addNote(world.deps, ana, id, { text: 'Once.' }, key), one);
    assert.equal((await world.get(id)).messageCount, 2);
    await refused(addNote(world.deps, ana, id, { text: 'Other.' }, { key: 'k', requestHash: 'i' }), 'conflict');
  });

  it('people watch and stop watching', async () => {
    const { id } = await world.mailCase();
    await watchCase(world.deps, ana, id, { agent: 'me', watching: true });
    await watchCase(world.deps, ana, id, { agent: 'ben', watching: true });
    await watchCase(world.deps, ana, id, { agent: 'me', watching: false });
    assert.deepEqual((await world.get(id)).watchers, ['ben']);
    await refused(watchCase(world.deps, ana, id, { agent: 'eve', watching: true }), 'invalid');
  });

  it('what is said on resolving stays with the case until it is opened again', async () => {
    const { id } = await world.mailCase();
    await changeStatus(world.deps, ana, id, { status: 'resolved', reason: 'New washer fitted.' });
    assert.equal((await world.get(id)).resolution, 'New washer fitted.');
    await changeStatus(world.deps, ana, id, { status: 'in_progress' });
    assert.equal((await world.get(id)).resolution, null);
  });
});

describe('Merging cases', () => {
  async function twoCases() {
    const one = await world.mailCase();
    const two = await world.mailCase({ from: marek });
    await editCase(world.deps, ana, two.id, { tags: ['leak'] });
    await changeStatus(world.deps, ana, two.id, { status: 'awaiting_vendor' });
    world.clock.advance(60_000);
    return { one: await world.get(one.id), two: await world.get(two.id) };
  }

  it('shows every message on the target, with the people and tags, and closes the source', async () => {
    const { one, two } = await twoCases();
    const messages = [...(await world.shown(one.id)), ...(await world.shown(two.id))];
    const merged = await mergeCase(world.deps, ana, two.number, one.number);
    assert.deepEqual([merged.value.status, merged.value.mergedInto], ['closed', one.id]);
    assert.deepEqual((await world.shown(one.id)).sort(), messages.sort());
    assert.deepEqual(await world.shown(two.id), []);
    const target = await world.get(one.id);
    assert.deepEqual([target.messageCount, target.tags], [2, ['leak']]);
    assert.deepEqual(
      target.participants.map((person) => person.email),
      ['nadia.haddad@example.com', 'marek.dvorak@example.com'],
    );
    assert.equal((await mergeCase(world.deps, ana, two.id, one.id)).etag, merged.etag);
    assert.deepEqual(await world.deps.operations.unfinished(), []);
  });

  it('un-merging restores both exactly', async () => {
    const { one, two } = await twoCases();
    const before = { one: await world.store.messages(one.id), two: await world.store.messages(two.id) };
    await mergeCase(world.deps, ana, two.id, one.id);
    world.clock.advance(3_600_000);
    await unmergeCase(world.deps, ana, two.id);
    assert.deepEqual(lasting(await world.get(two.id)), lasting(two));
    assert.deepEqual(lasting(await world.get(one.id)), lasting(one));
    assert.deepEqual(await world.store.messages(one.id), before.one);
    assert.deepEqual(await world.store.messages(two.id), before.two);
    await refused(unmergeCase(world.deps, ana, two.id), 'conflict');
  });

  it('what happened on the target since stays there when it is un-merged', async () => {
    const first = aMail({ from: marek });
    await world.arrive(first);
    await world.drain();
    const two = (await world.cases())[0]?.value ?? assert.fail();
    const one = await world.mailCase();
    await mergeCase(world.deps, ana, two.id, one.id);
    const reply = await world.mailCase({
      from: marek,
      headers: [{ name: 'In-Reply-To', value: first.internetMessageId ?? '' }],
    });
    assert.equal(reply.id, one.id);
    const late = (await world.store.messages(one.id)).find((message) => message.threadedBy.rule === 'in_reply_to');
    assert.match(late?.threadedBy.why ?? '', new RegExp(`merged into ${one.number}`));
    await unmergeCase(world.deps, ana, one.id);
    assert.equal((await world.shown(one.id)).length, 2);
    assert.equal((await world.shown(two.id)).length, 1);
    const { participants, messageCount } = await world.get(one.id);
    assert.ok(participants.some((person) => person.email === marek.email));
    assert.equal(messageCount, 2);
  });

  it('refuses itself, circles, and what was merged already', async () => {
    const { one, two } = await twoCases();
    const three = await world.mailCase();
    await refused(mergeCase(world.deps, ana, one.id, one.number), 'conflict');
    await mergeCase(world.deps, ana, two.id, one.id);
    await refused(mergeCase(world.deps, ana, one.id, two.id), 'conflict');
    await refused(mergeCase(world.deps, ana, two.id, three.id), 'conflict');
    await refused(mergeCase(world.deps, ana, three.id, two.id), 'conflict');
    await refused(mergeCase(world.deps, ana, three.id, 'HC-9'), 'not-found');
    await refused(mergeCase(world.deps, ana, three.id, one.id, '0-0'), 'stale');
    await refused(assignCase(world.deps, ana, two.id, { assignee: 'ben' }), 'conflict');
    await refused(addNote(world.deps, ana, two.id, { text: 'x' }), 'conflict');
  });

  it('never forms a circle, however many merges run at once', async () => {
    const cases = [await world.mailCase(), await world.mailCase(), await world.mailCase(), await world.mailCase()];
    const merges = cases.map((value, i) => mergeCase(world.deps, ana, value.id, cases[(i + 1) % 4]?.id ?? ''));
    const outcomes = await Promise.allSettled(merges);
    assert.ok(outcomes.some((one) => one.status === 'fulfilled' || isFailure(one.reason, 'conflict')));
    const now = await Promise.all(cases.map(({ id }) => world.get(id)));
    assert.ok(now.some((value) => value.mergedInto === null));
    assert.ok(now.every((value) => value.merged.every((one) => one.settled)));
    const shown = (await Promise.all(cases.map(({ id }) => world.shown(id)))).flat();
    assert.equal(new Set(shown).size, 4);
    assert.equal(shown.length, 4);
  });

  it('a mail that was placed before the merge and recorded after it follows, and stays through un-merging', async () => {
    const { one, two } = await twoCases();
    await mergeCase(world.deps, ana, two.id, one.id);
    const { recordMail } = await import('../../../../backend/app/intake/record-mail.ts');
    const mail = aMail({ from: marek });
    const judged = {
      mail,
      mailKey: world.deps.ids.derived('mail', mail.internetMessageId ?? ''),
      judgement: { kind: 'human', mayAutoRespond: true, reasons: [] } as const,
      report: null,
      byAgent: false,
      requester: marek,
      options: usualOptions,
      decided: { caseId: two.id, messageId: 'b'.repeat(24), rule: 'conversation', why: 'Same.', linked: [] } as const,
      actor: ana,
      source: 'mail' as const,
    };
    const record = () =>
      recordMail(world.deps, {
        ...judged,
        judgement: { ...judged.judgement, reasons: [] },
        decided: { ...judged.decided, linked: [] },
      });
    assert.equal((await record()).caseId, one.id);
    await unmergeCase(world.deps, ana, two.id);
    assert.equal((await record()).caseId, one.id);
    assert.equal((await world.shown(one.id)).length, 2);
    assert.equal((await world.shown(two.id)).length, 1);
  });
});

describe('Moving messages', () => {
  async function threeMails() {
    const first = aMail();
    const more = ['13:07', '13:08'].map((time) =>
      aMail({
        receivedAt: `2026-11-24T${time}:00.000Z`,
        from: marek,
        headers: [{ name: 'In-Reply-To', value: first.internetMessageId ?? '' }],
      }),
    );
    for (const mail of [first, ...more]) await world.arrive(mail);
    await world.drain();
    const value = (await world.cases())[0]?.value ?? assert.fail();
    return { value, mails: [first, ...more], ids: await world.shown(value.id) };
  }

  it('a split that is asked for again with its key makes no second case', async () => {
    const { value, ids } = await threeMails();
    const ask = (subject: string, requestHash: string) =>
      splitCase(world.deps, ana, value.id, { messageIds: ids.slice(2), subject }, undefined, {
        key: 'k1',
        requestHash,
      });
    const first = await ask('The other leak', 'h1');
    const again = await ask('The other leak', 'h1');
    assert.equal(again.value.id, first.value.id);
    await assert.rejects(ask('Something else', 'h2'), (error) => isFailure(error, 'conflict'));
    assert.deepEqual(await world.shown(first.value.id), ids.slice(2));
  });

  it('split makes a case of some messages, with their sender as customer, and answers to them follow', async () => {
    const { value, mails, ids } = await threeMails();
    const split = await splitCase(world.deps, ana, value.id, { messageIds: ids.slice(2), subject: 'The other leak' });
    assert.deepEqual(await world.shown(split.value.id), ids.slice(2));
    assert.deepEqual(await world.shown(value.id), ids.slice(0, 2));
    assert.equal(split.value.customer.email, marek.email);
    assert.deepEqual(split.value.linked, [{ caseId: value.id, kind: 'split_from' }]);
    assert.deepEqual((await world.get(value.id)).linked, [{ caseId: split.value.id, kind: 'split_into' }]);
    assert.deepEqual([(await world.get(value.id)).messageCount, split.value.messageCount], [2, 1]);
    const moved = mails[2];
    const reply = await world.mailCase({
      from: marek,
      headers: [{ name: 'In-Reply-To', value: moved?.internetMessageId ?? '' }],
    });
    assert.equal(reply.id, split.value.id);
    const looked = await lookupMail(world.deps, { internetMessageId: moved?.internetMessageId ?? '' }, async (id) => ({
      id,
    }));
    assert.equal(looked.case?.id, split.value.id);
  });

  it('a message that came with a merge can be moved on, and stays when its case is un-merged', async () => {
    const { value, ids } = await threeMails();
    const target = await world.mailCase();
    const third = await world.mailCase();
    await mergeCase(world.deps, ana, value.id, target.id);
    await moveMessages(world.deps, ana, target.id, { messageIds: ids.slice(0, 1), to: third.id });
    assert.equal((await world.get(target.id)).messageCount, 3);
    await unmergeCase(world.deps, ana, value.id);
    assert.deepEqual(await world.shown(value.id), ids.slice(1));
    assert.equal((await world.get(value.id)).messageCount, 2);
    assert.equal((await world.get(target.id)).messageCount, 1);
    assert.equal((await world.get(third.id)).messageCount, 2);
  });

  it('can be undone by whoever did it, from either case', async () => {
    const { value, ids } = await threeMails();
    const target = await world.mailCase();
    await moveMessages(world.deps, ana, value.id, { messageIds: ids.slice(1), to: target.id });
    await undoLast(world.deps, ana, target.id);
    assert.deepEqual(await world.shown(value.id), ids);
    const split = await splitCase(world.deps, ana, value.id, { messageIds: ids.slice(1), subject: 'Other' });
    await undoLast(world.deps, ana, value.id);
    assert.deepEqual(await world.shown(value.id), ids);
    const left = await world.get(split.value.id);
    assert.deepEqual([left.status, left.messageCount, left.linked], ['closed', 0, []]);
    assert.deepEqual((await world.get(value.id)).linked, []);
  });

  it('refuses messages of other cases, its own case, and to leave nothing by a split', async () => {
    const { value, ids } = await threeMails();
    const other = await world.mailCase();
    const [foreign = ''] = await world.shown(other.id);
    const move = (messageIds: string[], to: string) => moveMessages(world.deps, ana, value.id, { messageIds, to });
    const failure = await refused(move([ids[0] ?? '', foreign], other.id), 'invalid');
    assert.equal(failure.faults[0]?.path, 'messageIds.1');
    await refused(move(ids, value.number), 'conflict');
    await refused(splitCase(world.deps, ana, value.id, { messageIds: ids, subject: 'x' }), 'invalid');
  });
});

describe('Links', () => {
  it('stand on both sides, each from its own, once', async () => {
    const [one, two] = [await world.mailCase(), await world.mailCase()];
    await linkCases(world.deps, ana, one.id, { to: two.number, kind: 'parent' });
    await linkCases(world.deps, ana, one.id, { to: two.id, kind: 'parent' });
    assert.deepEqual((await world.get(one.id)).linked, [{ caseId: two.id, kind: 'parent' }]);
    assert.deepEqual((await world.get(two.id)).linked, [{ caseId: one.id, kind: 'child' }]);
    await unlinkCases(world.deps, ana, two.id, { to: one.id });
    assert.deepEqual([(await world.get(one.id)).linked, (await world.get(two.id)).linked], [[], []]);
    await refused(linkCases(world.deps, ana, one.id, { to: one.id, kind: 'related' }), 'conflict');
  });
});

describe('Undo', () => {
  it('takes back a status with the instants that went with it', async () => {
    const { id } = await world.mailCase();
    await assignCase(world.deps, ana, id, { assignee: 'me' });
    world.clock.advance(60_000);
    await changeStatus(world.deps, ana, id, { status: 'awaiting_customer' });
    world.clock.advance(60_000);
    const paused = await world.get(id);
    await changeStatus(world.deps, ana, id, { status: 'resolved', reason: 'Done.' });
    world.clock.advance(60_000);
    await undoLast(world.deps, ana, id);
    assert.deepEqual(lasting(await world.get(id)), lasting(paused));
    await refused(undoLast(world.deps, ana, id), 'conflict');
  });

  it('takes back an assignment and an edit', async () => {
    const before = await world.mailCase();
    await assignCase(world.deps, ana, before.id, { assignee: 'me' });
    await undoLast(world.deps, ana, before.id);
    assert.deepEqual(lasting(await world.get(before.id)), lasting(before));
    await editCase(world.deps, ana, before.id, { subject: 'Other', tags: ['a'] });
    const { value } = await undoLast(world.deps, ana, before.id);
    assert.deepEqual([value.subject, value.tags], [before.subject, []]);
  });

  it('takes back a merge', async () => {
    const [one, two] = [await world.mailCase(), await world.mailCase({ from: marek })];
    await mergeCase(world.deps, ana, two.id, one.id);
    await undoLast(world.deps, ana, one.id);
    assert.deepEqual(lasting(await world.get(two.id)), lasting(two));
    assert.deepEqual(lasting(await world.get(one.id)), lasting(one));
  });

  it('minds no note of the product about its own mail, such as an acknowledgement that needs not leave any more', async () => {
    const [one, two] = [await world.mailCase(), await world.mailCase({ from: marek })];
    await mergeCase(world.deps, ana, two.id, one.id);
    await world.store.transact(two.id, 'unsent|acknowledgement', async (tx) => {
      const entry = { caseId: two.id, at: world.clock.now(), actor: system, changes: [], messageId: null, mail: null };
      tx.record({ ...entry, kind: 'message.delivery', reason: 'The case is part of another one.' });
    });
    await undoLast(world.deps, ana, two.id);
    assert.equal((await world.get(two.id)).mergedInto, null);
  });

  it('is refused with what differs when something came since, and where there is nothing to undo', async () => {
    const { id } = await world.mailCase();
    await refused(undoLast(world.deps, ana, id), 'conflict');
    await editCase(world.deps, ana, id, { priority: 'low' });
    await editCase(world.deps, ben, id, { priority: 'urgent', subject: 'Flood' });
    const failure = await refused(undoLast(world.deps, ana, id), 'conflict');
    assert.deepEqual(failure.differences, [
      { field: 'subject', now: 'Flood', yours: 'Water is coming through the ceiling' },
      { field: 'priority', now: 'urgent', yours: 'low' },
    ]);
    await addNote(world.deps, ben, id, { text: 'Looked at it.' });
    await refused(undoLast(world.deps, ben, id), 'conflict');
  });
});
