import assert from 'node:assert/strict';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

describe('A dry run over past cases', () => {
  let world: WorkflowWorld;
  let harness: Harness;
  before(async () => {
    world = await workflowWorld();
    await world.setRules();
    harness = await startHarness({ app: world.app });
    for (let i = 0; i < 6; i++) {
      const content = i % 2 === 0 ? 'Water near the lamp.' : 'Where is my key?';
      await world.arrive(aMail({ body: { type: 'text', content } }));
      await world.settle();
      world.clock.advance(3_600_000);
    }
    const wet = (await world.cases()).map(({ value }) => value).filter(({ number }) => number === 'HC-1001');
    const body = { priority: 'urgent' };
    await harness.call('PATCH', `/api/cases/${wet[0]?.id}`, { body, headers: { 'if-match': '*' } });
    await harness.call('PATCH', `/api/cases/${wet[0]?.id}/status`, { body: { status: 'closed' } });
    await world.settle();
  });
  after(() => harness.close());

  const rule = aRule({
    enabled: false,
    when: [{ kind: 'mail_arrived' }],
    if: {
      all: [
        { field: 'message.text', op: 'contains a word of', value: ['lamp'] },
        { field: 'status', op: 'is', value: 'new' },
        { field: 'priority', op: 'is', value: 'high' },
      ],
    },
    do: [{ kind: 'raise_priority', to: 'urgent' }],
  });
  const run = (fields: object, as = 'manager') =>
    harness.call('POST', '/api/workflow/dry-run', {
      as,
      body: { rules: [rule], from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z', ...fields },
    });

  it('finds those on which a rule would have fired, as they were then, and what people did by hand', async () => {
    const before = await Promise.all((await world.cases()).map(({ value }) => world.history(value.id)));
    const { status, json, text } = await run({});
    assert.equal(status, 200, text);
    assert.deepEqual([json.examined, json.complete], [6, true]);
    const [{ fired, alsoByHand, samples }] = json.rules;
    assert.deepEqual([fired, alsoByHand], [3, 1]);
    const changes = [{ field: 'priority', from: 'high', to: 'urgent' }];
    assert.deepEqual(
      samples.map((one: { number: string; changes: unknown; alsoByHand: boolean }) => [
        one.number,
        one.changes,
        one.alsoByHand,
      ]),
      [
        ['HC-1005', changes, false],
        ['HC-1003', changes, false],
        ['HC-1001', changes, true],
      ],
    );
    const after = await Promise.all((await world.cases()).map(({ value }) => world.history(value.id)));
    assert.deepEqual(after, before);
  });

  it('keeps to the span, refuses what could not run, and is for managers', async () => {
    assert.equal((await run({ from: '2026-03-02T10:30:00Z' })).json.examined, 4);
    const bad = { ...rule, if: { field: 'subject', op: 'matches regex', value: '[' } };
    assert.equal((await run({ rules: [bad] })).json.errors[0].path, 'rules.0.if.value');
    assert.equal((await run({}, 'agent')).status, 403);
  });
});
