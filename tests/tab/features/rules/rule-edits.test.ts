import assert from 'node:assert/strict';
import { outcome } from '../../../../tab/features/rules/builder/condition-edits.ts';
import { withOperator } from '../../../../tab/features/rules/builder/operators.ts';
import { missingFrom } from '../../../../tab/features/rules/missing.ts';
import { moved, newRule } from '../../../../tab/features/rules/rule-edits.ts';
import { differences } from '../../../../tab/settings/differences.ts';

const documentOf = (...names: string[]) => ({ timezone: 'UTC', rules: names.map((name) => newRule(name, name)) });

describe('Edits of rules', () => {
  it('counts what was added, removed, changed and put in another order', () => {
    const saved = documentOf('a', 'b', 'c');
    assert.equal(differences(saved, documentOf('a', 'b', 'c')).length, 0);
    assert.equal(differences(saved, documentOf('a', 'new', 'b', 'c')).length, 1);
    assert.equal(differences(saved, documentOf('a', 'c')).length, 1);
    assert.equal(differences(saved, { ...saved, rules: moved(saved.rules, 0, 1) }).length, 1);
    const edited = saved.rules.map((rule) => ({ ...rule, enabled: true }));
    assert.equal(differences(saved, { ...saved, rules: edited }).length, 3);
  });

  it('keeps what was entered when another operator still fits it', () => {
    const one = { field: 'status', op: 'is' as const, value: 'new' };
    const many = withOperator(one, 'is any of', 'choice');
    assert.deepEqual(many, { field: 'status', op: 'is any of', value: ['new'] });
    assert.deepEqual(withOperator(many, 'is not', 'choice'), { field: 'status', op: 'is not', value: 'new' });
    assert.deepEqual(withOperator(one, 'is set', 'choice'), { field: 'status', op: 'is set' });
    const span = withOperator(one, 'within last (relative)', 'date');
    assert.deepEqual(span, { field: 'status', op: 'within last (relative)', value: 1, unit: 'day' });
  });

  it('ticks a group by its members, and says nothing of one that was not tried', () => {
    const leaf = { field: 'status', op: 'is set' as const };
    const ticks = new Map([
      ['.all.0.any.0', false],
      ['.all.0.any.1', true],
    ]);
    assert.equal(outcome({ any: [leaf, leaf] }, '.all.0', ticks), true);
    assert.equal(outcome({ all: [{ any: [leaf, leaf] }] }, '', ticks), true);
    assert.equal(outcome({ none: [leaf] }, '', new Map([['.none.0', true]])), false);
    assert.equal(outcome(leaf, '.all.1', ticks), null);
  });

  it('says what a rule still needs', () => {
    const rule = newRule('a', 'A');
    assert.equal(missingFrom(rule), null);
    assert.equal(missingFrom({ ...rule, name: ' ' }), 'a name');
    const unfinished = { all: [{ field: 'subject', op: 'contains' as const, value: '' }] };
    assert.equal(missingFrom({ ...rule, if: unfinished }), 'a value after “contains”');
    const actions = [...rule.do, { kind: 'add_tags' as const, tags: [] }];
    assert.equal(missingFrom({ ...rule, do: actions }), 'something to do in action 2');
  });
});
