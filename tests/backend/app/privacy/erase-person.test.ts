import assert from 'node:assert/strict';
import { TableGivenAnswers } from '../../../../backend/adapters/store/given-answers.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { erasePerson, finishErasures, type PersonDeps } from '../../../../backend/app/privacy/erase-person.ts';
import { exportPerson } from '../../../../backend/app/privacy/export-person.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { TableBackend } from '../../../../backend/ports/table-backend.ts';
import { aMail } from '../../../builders/mail.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { privacyParts } from '../../../support/privacy-parts.ts';
import { people, workflowWorld } from '../../../support/workflow-world.ts';

const admin: Actor = { id: 'root', name: 'Rita Root', role: 'admin', surface: 'tab' };
const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
const nadia = { email: 'Nadia.Haddad@example.com', name: 'Nadia Haddad' };
const owen = { email: 'owen@kitewell.example', name: 'Owen Kite' };
const secret = 'the red door on Elm Street';

/** An office that knows Nadia in every way there is. */
async function office() {
  const tables = new MemoryTables();
  const blobs = new MemoryBlobs();
  const base = await intakeWorld(tables, new TestClock(), undefined, blobs);
  const world = await workflowWorld(tables, base);
  const { app } = world;
  const deps = privacyParts(world.deps, tables, world.store);
  deps.directory = world.deps.directory;

  const file = { id: 'f1', name: 'Nadia Haddad.pdf', type: 'application/pdf', size: 4, inline: false, contentId: null };
  await world.arrive(
    aMail({
      from: nadia,
      subject: `Leak behind ${secret}`,
      body: { type: 'text', content: `${secret} `.repeat(2_000) },
      attachments: [{ ...file, bytes: Buffer.from('%PDF') }],
      headers: [{ name: 'Auto-Submitted', value: 'no' }],
    }),
  );
  await world.arrive(
    aMail({ from: owen, cc: [nadia], subject: 'Heating', body: text('As Nadia Haddad wrote to me.') }),
  );
  await world.arrive(
    aMail({
      from: nadia,
      subject: 'Newsletter',
      headers: [{ name: 'List-Unsubscribe', value: '<mailto:x@x.example>' }],
    }),
  );
  await world.settle();
  const cases = (await world.cases()).map(({ value }) => value);
  const own = cases.find(({ customer }) => customer.name === nadia.name);
  const others = cases.find(({ customer }) => customer.name === owen.name);
  assert.ok(own !== undefined && others !== undefined && cases.length === 2);
  await app.replyToCase(ana, own.id, { text: `Dear Nadia, we come to ${secret}.`, acceptRecipientChanges: true });
  await app.addNote(ana, others.id, { text: 'Call NADIA.HADDAD@example.com first.' });
  const task = { case: own.id, title: `Look at ${secret}`, checklist: [{ text: secret, done: false }] };
  await app.createTask(ana, task);
  await app.createTask(ana, { case: null, title: 'Thank nadia.haddad@example.com' });
  await app.changeStatus(ana, own.id, { status: 'resolved', reason: `Mended ${secret}.` });
  await app.createView(ana, { name: 'Hers', shared: false, query: 'customer=nadia.haddad%40example.com' });
  await app.editCase(ana, own.id, { subject: `Done: ${secret}` });
  const csv = `Subject,Description,Email\nA leak,Behind ${secret},${nadia.email}\nA lift,Stuck,${owen.email}\n`;
  const file2 = { name: 'old.csv', bytes: new Uint8Array(Buffer.from(csv)) };
  await app.readImport(ana, file2);
  const changes = `Id,Subject\n${own.number},Really ${secret}\n`;
  const { id } = await app.readImport(ana, { name: 'new.csv', bytes: new Uint8Array(Buffer.from(changes)) });
  await app.runImport(ana, id);
  const firing = { ruleId: 'r1', caseId: own.id, at: world.clock.now(), entry: 'e1', said: `Urgent: ${secret}.` };
  await world.engine.firings.note(firing);
  const answer = { status: 200, body: JSON.stringify({ subject: secret }), etag: null, headers: {} };
  await new TableGivenAnswers(tables).put('k', { requestHash: 'h', owner: 'o', atMs: 1, answer });
  await deps.allowance.take('acknowledgement|nadia.haddad@example.com', 'm1', '2026-01-01', '2025-01-01');
  return { tables, blobs, world, deps, own, others };
}

function text(content: string) {
  return { type: 'text' as const, content };
}

/** Whatever still tells of her. */
function traces(tables: MemoryTables, blobs: MemoryBlobs): string[] {
  const kept = [...blobs.stored.values()].map((bytes) => Buffer.from(bytes).toString('latin1'));
  return [...tables.stored(), ...kept].filter((one) => /nadia|haddad|red door|%PDF/i.test(one));
}

async function reopened(tables: TableBackend, blobs: MemoryBlobs): Promise<PersonDeps> {
  const world = await intakeWorld(tables, new TestClock('2026-12-01T00:00:00.000Z'), undefined, blobs);
  return privacyParts(world.deps, tables, world.store);
}

describe('Erasing a customer', () => {
  it('leaves nothing of them anywhere, and everything else as it was', async () => {
    const { tables, blobs, world, deps, own, others } = await office();
    const heads = await world.store.heads();
    const counted = await erasePerson(deps, admin, nadia.email, true);
    assert.deepEqual(await world.store.heads(), heads, 'counting changes nothing');
    assert.deepEqual(counted.counts, {
      ...{ cases: 1, openCases: 0, casesOfOthers: 1, messages: 4, files: 1, tasks: 2, mails: 2, beside: 0 },
    });
    assert.ok(traces(tables, blobs).length > 15, String(traces(tables, blobs).length));

    const done = await erasePerson(deps, admin, nadia.email, false);
    assert.equal(done.state, 'done');
    assert.deepEqual({ ...done.counts, beside: 0 }, counted.counts);
    assert.deepEqual(traces(tables, blobs), []);
    assert.equal(blobs.stored.size, 0);

    const left = (await world.store.get(own.id))?.value;
    assert.match(left?.customer.email ?? '', /^erased-[0-9a-f]{12}@erased\.invalid$/);
    assert.equal(left?.number, own.number);
    assert.equal(left?.status, 'resolved');
    const elsewhere = (await world.store.get(others.id))?.value;
    assert.equal(elsewhere?.subject, 'Heating');
    assert.deepEqual(elsewhere?.customer, others.customer);
    const messages = await world.store.messages(others.id);
    assert.deepEqual(messages.map(({ visibleText }) => visibleText).sort(), [
      'As Erased wrote to me.',
      `Call ${left?.customer.email} first.`,
    ]);
    const history = await world.store.history(own.id);
    assert.equal(history.at(-1)?.kind, 'case.erased');
    assert.deepEqual(
      [...history].sort((a, b) => a.seq - b.seq).map(({ seq }) => seq),
      history.map(({ seq }) => seq),
    );
    const { items } = await deps.audit.list({}, { limit: 10 });
    assert.deepEqual(
      items.map(({ kind, actor, subject }) => [kind, actor.id, subject]),
      [['customer.erased', 'root', left?.customer.email]],
    );

    const again = await erasePerson(deps, admin, nadia.email, false);
    assert.deepEqual(Object.values(again.counts ?? {}), [0, 0, 0, 0, 0, 0, 0, 0]);
    assert.equal((await world.store.history(own.id)).length, history.length);
  });

  it('does not take in again what still lies in the mailbox', async () => {
    const { world, deps } = await office();
    const mails = [...world.mailbox.mails()];
    await erasePerson(deps, admin, nadia.email, false);
    for (const mail of mails) await world.arrive(mail);
    await drainPending(world.deps, 4);
    assert.equal((await world.cases()).length, 2);
  });

  it('goes on after its process died, at whichever commit that was', async function () {
    this.timeout(60_000);
    let commit = 1;
    for (let died = true; died; commit++) {
      for (const written of [true, false]) {
        const { tables, blobs } = await office();
        const dying = new CrashingTables(tables, { commit, written });
        const begun = erasePerson(await reopened(dying, blobs), admin, nadia.email, false);
        died = await Promise.race([begun.then(() => false), dying.crashed.then(() => true)]);
        if (!died) continue;
        const next = await reopened(tables, blobs);
        next.clock = new TestClock('2026-12-01T01:00:00.000Z');
        const onRecord = (await next.erasures.unfinished()).length;
        await finishErasures(next);
        assert.deepEqual(await next.erasures.unfinished(), []);
        // Dead before it was on record, nothing was promised.
        if (onRecord === 0 && commit === 1) continue;
        assert.deepEqual(traces(tables, blobs), [], `commit ${commit}, written ${written}`);
        const { items } = await next.audit.list({}, { limit: 10 });
        assert.equal(items.length, 1, `noted once, commit ${commit}, written ${written}`);
        assert.equal(items[0]?.changes.find(({ field }) => field === 'messages')?.to, 4, `commit ${commit}`);
      }
    }
    assert.ok(commit > 12, `only ${commit} commits`);
  });

  it('is refused for whoever works here, and for our mailboxes', async () => {
    const { deps } = await office();
    for (const email of [people[0]?.email ?? '', 'support@contoso.example']) {
      await assert.rejects(erasePerson(deps, admin, email, false), (error) => isFailure(error, 'conflict'));
    }
  });
});

describe('Exporting what is held on a customer', () => {
  it('gives their cases whole, their mail on the cases of others, and what became of their mails', async () => {
    const { deps, own } = await office();
    const found = await exportPerson(deps, nadia.email);
    assert.deepEqual(found.names, ['Nadia Haddad']);
    assert.deepEqual(
      found.cases.map(({ case: value, messages, tasks }) => [value.id, messages.length, tasks.length]),
      [[own.id, 2, 1]],
    );
    assert.ok((found.cases[0]?.history.length ?? 0) > 3);
    assert.deepEqual(
      found.messages.map(({ subject }) => subject),
      ['Heating'],
    );
    assert.deepEqual(found.mails.map(({ outcome }) => outcome).sort(), ['kept_apart', 'opened']);
  });
});
