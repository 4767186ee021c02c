import assert from 'node:assert/strict';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const rules = [
  aRule({
    name: 'note',
    do: [
      { kind: 'note', text: 'once' },
      { kind: 'set', field: 'team', value: 'property' },
    ],
  }),
  aRule({
    name: 'tell',
    when: [{ kind: 'field_changed', field: 'team' }],
    do: [{ kind: 'webhook', url: 'https://example.com/hook' }],
  }),
];

async function crashAt(fatal: { commit: number; written: boolean }) {
  const tables = new MemoryTables();
  const before = await workflowWorld(tables);
  await before.setRules(...rules);
  const mail = aMail();
  await before.arrive(mail);
  const dying = new CrashingTables(tables, fatal);
  const doomed = await workflowWorld(dying);
  doomed.mailbox.lay(mail);
  const outcome = await Promise.race([
    doomed.settle().then(() => 'finished' as const),
    dying.crashed.then(() => 'crashed' as const),
  ]);
  const after = await workflowWorld(tables);
  after.mailbox.lay(mail);
  after.clock.advance(60_000);
  await after.settle();
  return { outcome, world: after, delivered: [...doomed.posted, ...after.posted].map(({ id }) => id) };
}

describe('A crash while rules run', () => {
  for (const written of [false, true]) {
    it(`neither doubles nor loses what they do, at every commit, when the last one ${written ? 'was' : 'was not'} written`, async () => {
      let commit = 1;
      for (; ; commit++) {
        const { outcome, world, delivered } = await crashAt({ commit, written });
        const [found] = await world.cases();
        const id = found?.value.id ?? '';
        const where = `crash at commit ${commit}`;
        const notes = (await world.store.messages(id)).filter(({ direction }) => direction === 'note');
        assert.equal(notes.length, 1, where);
        assert.equal(found?.value.messageCount, 2, where);
        const fired = (await world.history(id)).filter(({ automation }) => automation !== undefined);
        assert.deepEqual(
          fired.map(({ automation }) => automation?.name),
          ['note', 'tell'],
          where,
        );
        // A call whose record was lost is made again, under the same id.
        assert.equal(new Set(delivered).size, 1, where);
        assert.ok(delivered.length <= 2, where);
        if (outcome === 'finished') break;
      }
      assert.ok(commit > 8, `only ${commit} commits were tried`);
    });
  }
});
