import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createLocalAnalyst } from '../../../../backend/adapters/local-analyst/local-analyst.ts';
import { TableSettingsStore } from '../../../../backend/adapters/store/settings-store.ts';
import { keepLearnedInUse, learnCategories, learnDaily } from '../../../../backend/app/triage/learn-categories.ts';
import { defaultSettings } from '../../../../backend/default-settings.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { defaultAiSettings } from '../../../../backend/domain/triage/ai-settings.ts';
import { aCase } from '../../../builders/case.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { triageParts } from '../../../support/triage-parts.ts';

const categories = [
  { key: 'technical', name: 'Technical', parent: null },
  { key: 'heating', name: 'Heating', parent: 'technical' },
  { key: 'parking', name: 'Parking', parent: null },
  { key: 'general', name: 'General', parent: null },
];
const places = [
  'kitchen',
  'bathroom',
  'office',
  'hall',
  'attic',
  'cellar',
  'nursery',
  'flat 3',
  'flat 9',
  'shop',
  'studio',
  'loft',
];
const mails: [string, string][] = [
  ...places.map((place): [string, string] => [
    'heating',
    `The radiator in the ${place} stays cold, the boiler shows no flame.`,
  ]),
  ...places.map((place): [string, string] => [
    'parking',
    `Somebody else's car stands on my parking space behind the ${place}.`,
  ]),
];
const weightsFile = new URL('../../../../backend/adapters/local-analyst/weights.bin.gz', import.meta.url);

async function world(count = mails.length) {
  const tables = new MemoryTables();
  const intake = await intakeWorld(tables);
  const settings = new TableSettingsStore(tables, {
    ...defaultSettings([], []),
    categories: { categories },
    ai: { ...defaultAiSettings },
  });
  const { clock, ids, store } = intake.deps;
  const parts = triageParts(tables, settings, clock);
  for (const [category, subject] of mails.slice(0, count)) {
    const value = aCase({ id: ids.caseId(), subject, category, setByPerson: ['category'] });
    await store.transact(value.id, `seed|${value.id}`, async (tx) => {
      tx.putCase(value);
      tx.record({
        kind: 'case.changed',
        caseId: value.id,
        at: clock.now(),
        actor: { id: 'agent-1', name: 'Mei', role: 'agent', surface: 'tab' },
        changes: [],
        messageId: null,
        mail: null,
        reason: null,
      });
    });
  }
  const deps = { ...intake.deps, ...parts };
  const switchOn = async (useLearned: boolean) => {
    const { value, etag } = await settings.read('ai');
    await settings.write('ai', { ...Object(value), useLearned }, etag);
    parts.triageSettings.changed();
    await keepLearnedInUse(deps);
  };
  return { deps, switchOn };
}

const unseen = { subject: 'A stranger has parked a car on my space', text: 'It stands on my parking space again.' };

describe('Learning categories from corrections', () => {
  it('tells before and after, waits to be switched on, and can be switched off again', async () => {
    const shipped = readFileSync(weightsFile);
    const { deps, switchOn } = await world();
    const note = await learnCategories(deps);
    assert.equal(note.figures.corrections, mails.length);
    assert.ok(note.figures.before < 0.2 && note.figures.after > 0.8, JSON.stringify(note.figures));
    const before = await createLocalAnalyst().analyse(unseen, 0);
    assert.equal((await deps.engine.analyse(unseen, 0)).category, before.category);
    await switchOn(true);
    assert.equal((await deps.engine.analyse(unseen, 0)).category, 'parking');
    const broken = await deps.engine.analyse(
      { subject: 'Printer', text: 'The printer shows error E-34 and is offline.' },
      0,
    );
    assert.equal(broken.category, 'technical');
    await switchOn(false);
    assert.deepEqual(await deps.engine.analyse(unseen, 0), before);
    assert.deepEqual(readFileSync(weightsFile), shipped);
  });

  it('refuses to learn from too little, and does not mind at night', async () => {
    const { deps, switchOn } = await world(5);
    await assert.rejects(learnCategories(deps), (error) => isFailure(error, 'conflict'));
    await switchOn(true);
    await learnDaily(deps);
    assert.equal(await deps.learned.latest(), null);
  });

  it('learns anew once a day while it is in use, and the engine follows', async () => {
    const { deps, switchOn } = await world();
    await learnDaily(deps);
    assert.equal(await deps.learned.latest(), null);
    await switchOn(true);
    await learnDaily(deps);
    const first = await deps.learned.latest();
    assert.equal(deps.engine.learnedKey(), first?.key);
    await learnDaily(deps);
    assert.equal((await deps.learned.latest())?.key, first?.key);
  });
});
