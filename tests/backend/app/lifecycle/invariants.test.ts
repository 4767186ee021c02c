import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeStatus, editCase } from '../../../../backend/app/cases/change-case.ts';
import { createCase } from '../../../../backend/app/cases/create-case.ts';
import { finishOperations } from '../../../../backend/app/lifecycle/carry-out.ts';
import { linkCases } from '../../../../backend/app/lifecycle/link-cases.ts';
import { mergeCase, unmergeCase } from '../../../../backend/app/lifecycle/merge-cases.ts';
import { moveMessages, splitCase } from '../../../../backend/app/lifecycle/move-messages.ts';
import { undoLast } from '../../../../backend/app/lifecycle/undo.ts';
import { erasePerson, finishErasures, type PersonDeps } from '../../../../backend/app/privacy/erase-person.ts';
import type { CaseMessage, SupportCase } from '../../../../backend/domain/case/case.ts';
import { openCase } from '../../../../backend/domain/case/open.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { IncomingMail } from '../../../../backend/domain/mail/mail.ts';
import { erasedText } from '../../../../backend/domain/privacy/scrub.ts';
import type { TableBackend } from '../../../../backend/ports/table-backend.ts';
import { aMail } from '../../../builders/mail.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { ana, type LifecycleWorld, lifecycleWorld } from '../../../support/lifecycle-world.ts';
import { privacyParts } from '../../../support/privacy-parts.ts';

const admin = { id: 'root', name: 'Rita Root', role: 'admin', surface: 'tab' } as const;

const kinds = [
  ...['mail', 'reply', 'merge', 'unmerge', 'split', 'move', 'edit', 'status', 'link', 'undo', 'create', 'erase'],
] as const;

/** What somebody does to the cases and messages that these numbers choose, and at which commit the process dies. */
interface Deed {
  kind: (typeof kinds)[number];
  one: number;
  other: number;
  crash: { commit: number; written: boolean } | null;
}

const deeds = fc.array(
  fc.record<Deed>({
    kind: fc.constantFrom(...kinds),
    one: fc.nat(50),
    other: fc.nat(50),
    crash: fc.option(fc.record({ commit: fc.integer({ min: 1, max: 9 }), written: fc.boolean() })),
  }),
  { minLength: 6, maxLength: 14 },
);

/** Several cases over one store, through processes that die and begin anew. */
class Office {
  readonly #tables = new MemoryTables();
  readonly #mails: IncomingMail[] = [];
  world!: LifecycleWorld;
  privacy!: PersonDeps;
  #hours = 0;
  crashes = 0;

  async open(tables: TableBackend = this.#tables): Promise<void> {
    this.world = await lifecycleWorld(tables);
    this.privacy = privacyParts(this.world.deps, tables, this.world.store);
    this.#hours += 1;
    this.world.clock.advance(this.#hours * 3_600_000);
    for (const mail of this.#mails) this.world.mailbox.lay(mail);
  }

  async cases(): Promise<SupportCase[]> {
    const all = (await this.world.cases()).map((one) => one.value);
    return all.sort((a, b) => Number(a.number.slice(3)) - Number(b.number.slice(3)));
  }

  get mailIds(): (string | null)[] {
    return this.#mails.map((mail) => mail.internetMessageId);
  }

  async receive(mail: IncomingMail): Promise<void> {
    this.#mails.push(mail);
    await this.world.arrive(mail);
  }

  /** Does it in a process that may die on the way, and lets the next process finish what is left. */
  async perform(deed: Deed): Promise<void> {
    const dying = deed.crash === null ? null : new CrashingTables(this.#tables, deed.crash);
    const { run, mail } = await this.#work(deed);
    if (mail !== null) await this.receive(mail);
    if (dying !== null) await this.open(dying);
    const ended = run(this.world).catch((error: unknown) => {
      if (!isFailure(error)) throw error;
    });
    await (dying === null ? ended : Promise.race([ended, dying.crashed.then(() => void this.crashes++)]));
    if (dying !== null) await this.open();
    await finishOperations(this.world.deps);
    await finishErasures(this.privacy);
    await this.world.drain();
    assert.deepEqual(await this.world.deps.operations.unfinished(), []);
    assert.deepEqual(await this.privacy.erasures.unfinished(), []);
  }

  async #work({
    kind,
    one,
    other,
  }: Deed): Promise<{ run(world: LifecycleWorld): Promise<unknown>; mail: IncomingMail | null }> {
    const cases = await this.cases();
    const [a, b] = [cases[one % cases.length], cases[other % cases.length]];
    const shown = a === undefined ? [] : await this.world.shown(a.id);
    const some = shown.slice(0, 1 + (other % Math.max(1, shown.length)));
    const [from = '', to = ''] = [a?.id, b?.id];
    const no = { mail: null };
    switch (kind) {
      case 'mail':
        return { run: (world) => world.drain(), mail: aMail({ from: person(one) }) };
      case 'reply': {
        const parent = this.mailIds[other % this.mailIds.length] ?? '';
        const headers = [{ name: 'In-Reply-To', value: parent }];
        return { run: (world) => world.drain(), mail: aMail({ from: person(one), headers }) };
      }
      case 'merge':
        return { ...no, run: ({ deps }) => mergeCase(deps, ana, from, to) };
      case 'unmerge':
        return { ...no, run: ({ deps }) => unmergeCase(deps, ana, from) };
      case 'split':
        return { ...no, run: ({ deps }) => splitCase(deps, ana, from, { messageIds: some, subject: 'Split' }) };
      case 'move':
        return { ...no, run: ({ deps }) => moveMessages(deps, ana, from, { messageIds: some, to }) };
      case 'edit':
        return { ...no, run: ({ deps }) => editCase(deps, ana, from, { tags: [`t${other % 5}`] }) };
      case 'status':
        return { ...no, run: ({ deps }) => changeStatus(deps, ana, from, { status: 'awaiting_vendor' }) };
      case 'link':
        return { ...no, run: ({ deps }) => linkCases(deps, ana, from, { to, kind: 'related' }) };
      case 'create': {
        const input = { customer: person(one), subject: `By hand ${other}`, description: '', source: 'tab' } as const;
        return { ...no, run: ({ deps }) => createCase(deps, ana, { ...input, tags: ['new'], priority: 'low' }) };
      }
      case 'erase':
        return { ...no, run: () => erasePerson(this.privacy, admin, person(one).email, false) };
      case 'undo':
        return { ...no, run: ({ deps }) => undoLast(deps, ana, from) };
    }
  }
}

function person(n: number) {
  return { email: `person${n % 4}@example.com`, name: `Person ${n % 4}` };
}

async function assertWhole(office: Office): Promise<void> {
  const { world } = office;
  const cases = await office.cases();
  const messages: CaseMessage[] = [];
  for (const value of cases) {
    const shown = await world.store.messages(value.id);
    assert.equal(value.messageCount, shown.length, `${value.number} counts what it shows`);
    assert.ok(shown.every((message) => message.caseId === value.id));
    messages.push(...shown);
    assert.ok(
      value.merged.every((one) => one.settled),
      `${value.number} waits for no merge`,
    );
    if (value.mergedInto !== null) {
      const target = cases.find((one) => one.id === value.mergedInto);
      assert.ok(
        target?.merged.some((one) => one.caseId === value.id),
        'both sides know of a merge',
      );
    }
    await assertReplays(world, value);
  }
  assert.equal(new Set(messages.map(({ id }) => id)).size, office.mailIds.length, 'each mail shows on a case');
  assert.equal(messages.length, office.mailIds.length, 'and on no other');
  const erased = messages.filter(({ subject }) => subject === erasedText);
  const kept = messages.filter((message) => !erased.includes(message)).map((message) => message.internetMessageId);
  assert.ok(erased.every((message) => message.internetMessageId === null && message.visibleText === erasedText));
  assert.equal(new Set(kept.filter((id) => office.mailIds.includes(id))).size, kept.length);
}

/** Fields whose changes the history tells. */
const told = [
  ...([
    'number',
    'subject',
    'status',
    'priority',
    'category',
    'complaint',
    'sentiment',
    'language',
    'summary',
  ] as const),
  ...(['tags', 'customer', 'assignee', 'team', 'participants', 'watchers', 'fields', 'resolution', 'linked'] as const),
  ...(['mergedInto', 'undeliverable', 'createdAt', 'mailbox', 'source'] as const),
];

/** From the entry that opened it on, each change begins where the one before it ended, and the last ends in the case. */
async function assertReplays(world: LifecycleWorld, value: SupportCase): Promise<void> {
  const history = await world.store.history(value.id);
  const first = history.find(({ kind }) => kind === 'case.opened');
  assert.ok(first?.opened !== undefined, `${value.number} says how it was opened`);
  const state: Record<string, unknown> = { ...openCase({ ...first.opened, id: value.id, at: first.at }) };
  for (const event of history) {
    for (const { field, from, to } of event.changes) {
      assert.deepEqual(from, state[field], `${value.number} ${field} at ${event.kind}`);
      state[field] = to;
    }
  }
  for (const field of told) assert.deepEqual(state[field], value[field], `${value.number} ${field}`);
}

describe('Whatever happens to cases, in whatever order, and wherever the process dies', () => {
  it('no message is lost or on two cases, and the history replays to the state', async function () {
    this.timeout(60_000);
    let crashes = 0;
    let erased = 0;
    await fc.assert(
      fc.asyncProperty(deeds, async (sequence) => {
        const office = new Office();
        await office.open();
        for (let n = 0; n < 4; n++) await office.receive(aMail({ from: person(n) }));
        await office.world.drain();
        for (const deed of sequence) {
          await office.perform(deed);
          await assertWhole(office);
        }
        crashes += office.crashes;
        erased += (await office.cases()).filter(({ subject }) => subject === erasedText).length;
      }),
      { seed: 41, numRuns: 35 },
    );
    assert.ok(crashes > 40, `the process died only ${crashes} times`);
    assert.ok(erased > 20, `only ${erased} cases were erased`);
  });

  it('un-merging restores both cases exactly, at every commit at which a process may die', async () => {
    for (const written of [true, false]) {
      for (let commit = 1; commit <= 8; commit++) {
        for (const [dieMerging, dieUnmerging] of [
          [true, false],
          [false, true],
        ]) {
          const office = new Office();
          await office.open();
          for (const n of [0, 0, 1]) await office.receive(aMail({ from: person(n) }));
          await office.world.drain();
          const before = await snapshot(office);
          const crash = { commit, written };
          await office.perform({ kind: 'merge', one: 1, other: 2, crash: dieMerging === true ? crash : null });
          await assertWhole(office);
          // A process that died before it began has merged nothing, so there is nothing to take back either.
          await office.perform({ kind: 'unmerge', one: 1, other: 0, crash: dieUnmerging === true ? crash : null });
          await office.perform({ kind: 'unmerge', one: 1, other: 0, crash: null });
          assert.deepEqual(await snapshot(office), before, `commit ${commit}, written ${written}`);
        }
      }
    }
  });
});

async function snapshot(office: Office) {
  const cases = await office.cases();
  return Promise.all(
    cases.map(async ({ updatedAt: _, quietFrom: __, ...value }) => ({
      value,
      messages: await office.world.store.messages(value.id),
    })),
  );
}
