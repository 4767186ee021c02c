import assert from 'node:assert/strict';
import { describeWithShared, sharedJson } from '../../support/shared.ts';
import { workflowWorld } from '../../support/workflow-world.ts';
import { type Harness, startHarness } from './harness.ts';

interface Row {
  id: string;
  kind: string;
  object: Record<string, unknown>;
  condition?: unknown;
  rules?: unknown[];
  changes?: unknown;
  now?: string;
  timezone?: string;
  mode?: string;
  // biome-ignore lint/suspicious/noExplicitAny: rows of every shape
  expect: any;
}

describe('The workflow preview', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ app: (await workflowWorld()).app });
  });
  after(() => harness.close());

  const preview = (body: unknown) => harness.call('POST', '/api/workflow/preview', { body });

  it('says of each comparison how it came out and what the field held', async () => {
    const condition = {
      all: [{ field: 'team', op: 'is', value: 'property' }, { none: [{ field: 'n', op: 'is set' }] }],
    };
    const { json } = await preview({ condition, object: { team: 'property', n: 3 } });
    assert.equal(json.matches, false);
    assert.deepEqual(json.ticks, [
      { path: 'condition.all.0', field: 'team', op: 'is', matches: true, actual: 'property' },
      { path: 'condition.all.1.none.0', field: 'n', op: 'is set', matches: true, actual: 3 },
    ]);
  });

  it('runs rules in order, each on what the ones before it left, until one stops', async () => {
    const rules = [
      { if: { field: 'priority', op: 'is', value: 'high' }, do: [{ kind: 'set', field: 'team', value: 'b' }] },
      { if: { field: 'team', op: 'is', value: 'b' }, do: [{ kind: 'add_tags', tags: ['x'] }], stop: true },
      { if: null, do: [{ kind: 'note', text: 'never' }] },
    ];
    const { json } = await preview({ rules, object: { priority: 'high', tags: [] } });
    assert.deepEqual([json.fired, json.object], [[0, 1], { priority: 'high', team: 'b', tags: ['x'] }]);
    assert.equal(json.actions.length, 2);
    const snapshot = await preview({ rules, object: { priority: 'high', tags: [] }, mode: 'snapshot' });
    assert.deepEqual(snapshot.json.fired, [0, 2]);
  });

  it('names what cannot be evaluated, and where', async () => {
    const bad = async (body: unknown) => {
      const { status, json } = await preview(body);
      assert.equal(status, 422);
      return json.errors[0].path;
    };
    const at = (condition: unknown) => bad({ condition, object: {} });
    assert.equal(await at({ any: [{ field: 'a', op: 'matches regex', value: '(' }] }), 'condition.any.0.value');
    assert.equal(await at({ any: [{ field: 'a', op: 'sounds like', value: 'x' }] }), 'condition.any.0.op');
    assert.equal(await at({ field: 'a', op: 'before (relative)', value: 3 }), 'condition.value');
    assert.equal(await bad({ condition: { all: [] }, object: {}, timezone: 'Mars/Olympus' }), 'timezone');
    let deep: unknown = { field: 'a', op: 'is set' };
    for (let i = 0; i < 200; i++) deep = { all: [deep] };
    assert.equal((await preview({ condition: deep, object: {} })).status, 422);
  });

  describeWithShared('as others expect it', () => {
    it('answers every one of their rows', async () => {
      const { cases } = sharedJson<{ cases: Row[] }>('oracles/workflow_conditions.json');
      for (const { condition, rules, object, changes, now, timezone, mode, expect, id } of cases) {
        const { status, json } = await preview({ condition, rules, object, changes, now, timezone, mode });
        if (expect === 'validation_error') assert.equal(status, 422, id);
        else if (condition !== undefined && expect !== null) assert.equal(json.matches, expect, id);
        else if (condition === undefined) {
          if (expect.fired !== undefined) assert.deepEqual(json.fired, expect.fired, id);
          if (expect.actions !== undefined) assert.equal(json.actions.length, expect.actions, id);
          for (const [field, value] of Object.entries(expect.final ?? {})) {
            assert.deepEqual(json.object[field], value, id);
          }
        }
      }
    });
  });
});
