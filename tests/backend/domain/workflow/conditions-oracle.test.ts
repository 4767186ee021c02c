import assert from 'node:assert/strict';
import { conditionOperators } from '../../../../backend/domain/vocabulary.ts';
import { compileCondition } from '../../../../backend/domain/workflow/compile-condition.ts';
import type { Condition } from '../../../../backend/domain/workflow/condition.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

interface Row {
  id: string;
  kind: string;
  object: Record<string, unknown>;
  condition?: Condition;
  changes?: Record<string, [unknown, unknown]>;
  now?: string;
  timezone?: string;
  expect: unknown;
}

function answer(row: Row, condition: Condition): unknown {
  const { faults, matches } = compileCondition(condition);
  if (faults.length > 0 && row.kind !== 'sender_match') return 'validation_error';
  const { object, changes = {}, now = '2026-05-04T12:00:00Z', timezone = 'UTC' } = row;
  return matches({ object, changes, nowMs: Date.parse(now), timezone, parents: {} });
}

/** The written form of others becomes ours: one letter case, one name of the flag. */
function ours(condition: unknown): Condition {
  return JSON.parse(JSON.stringify(condition).replaceAll('"case_sensitive"', '"caseSensitive"')) as Condition;
}

describeWithShared('conditions that others have answered', () => {
  const rows = () => sharedJson<{ cases: Row[] }>('oracles/workflow_conditions.json').cases;

  it('are answered alike, for every operator', () => {
    const wrong: string[] = [];
    const offered: readonly string[] = conditionOperators;
    let skipped = 0;
    for (const row of rows()) {
      if (row.condition === undefined) continue;
      const operators = [...JSON.stringify(row.condition).matchAll(/"op":"([^"]+)"/g)].map(([, op]) => op ?? '');
      if (operators.some((op) => !offered.includes(op))) {
        skipped += 1;
        continue;
      }
      const said = answer(row, ours(row.condition));
      if (row.expect !== null && said !== row.expect) wrong.push(`${row.id} ${row.kind}: ${String(said)}`);
    }
    assert.equal(skipped, 0);
    assert.deepEqual(wrong, []);
  });
});
