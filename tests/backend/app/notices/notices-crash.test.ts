import assert from 'node:assert/strict';
import { usualPreferences } from '../../../../backend/domain/notices/preferences.ts';
import { aMail } from '../../../builders/mail.ts';
import { CrashingTables } from '../../../fakes/crashing-tables.ts';
import { MemorySender } from '../../../fakes/memory-sender.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const ana = { id: 'ana', name: 'Ana Ruiz', role: 'agent' as const, surface: 'tab' as const };
const tom = { ...ana, id: 'tom', name: 'Tom Okafor' };

/** A note mentions two people, one of whom wants e-mail; the process dies at the given commit of what follows. */
async function crashAt(fatal: { commit: number; written: boolean }) {
  const tables = new MemoryTables();
  const outlook = new MemorySender();
  const before = await workflowWorld(tables);
  await before.setRules();
  const mail = aMail();
  await before.arrive(mail);
  await before.settle();
  const channels = { ...usualPreferences.channels, mentioned: 'email' as const };
  await before.app.writeNotifications(tom, { channels, quiet: null }, '0');
  const caseId = (await before.cases())[0]?.value.id ?? '';
  await before.app.addNote(ana, caseId, { text: 'Please look', mentions: ['tom', 'sofia'] });
  const dying = new CrashingTables(tables, fatal);
  const doomed = await workflowWorld(dying, undefined, outlook);
  const outcome = await Promise.race([
    doomed.settle().then(() => 'finished' as const),
    dying.crashed.then(() => 'crashed' as const),
  ]);
  const after = await workflowWorld(tables, undefined, outlook);
  after.clock.advance(minuteMs);
  await after.settle();
  const keys = [...doomed.notices, ...after.notices].map(({ key }) => key);
  return { outcome, mails: outlook.sent.map(({ to }) => to[0]?.email), keys };
}

const minuteMs = 60_000;

describe('A crash while people are told', () => {
  for (const written of [false, true]) {
    it(`tells everybody once, at every commit, when the last one ${written ? 'was' : 'was not'} written`, async () => {
      let commit = 1;
      for (; ; commit++) {
        const { outcome, mails, keys } = await crashAt({ commit, written });
        const where = `crash at commit ${commit}`;
        assert.deepEqual(mails, ['tom.okafor@contoso.example'], where);
        // A card is named by its key, by which Teams' notifier knows it again.
        assert.equal(new Set(keys).size, 1, where);
        if (outcome === 'finished') break;
      }
      assert.ok(commit > 8, `only ${commit} commits were tried`);
    });
  }
});
