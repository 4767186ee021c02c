import assert from 'node:assert/strict';
import { type TreeCategory, templatesOf, treeFaults } from '../../../../backend/domain/case/category-tree.ts';
import { fieldsOf } from '../../../../backend/domain/case/custom-fields.ts';
import { shippedPresets } from '../../../../backend/domain/presets/shipped-presets.ts';
import { shippedCategories } from '../../../../backend/domain/vocabulary.ts';

const category = (key: string, parent: string | null = null, more: Partial<TreeCategory> = {}): TreeCategory => ({
  key,
  name: key,
  parent,
  ...more,
});
const paths = (...categories: TreeCategory[]) => treeFaults(categories).map(({ path }) => path);

describe('A category tree', () => {
  it('has each category once, below one that is there, and never below itself', () => {
    assert.deepEqual(paths(category('a'), category('b', 'a'), category('c', 'b')), []);
    assert.deepEqual(paths(category('a'), category('a')), ['categories.1.key']);
    assert.deepEqual(paths(category('a', 'nowhere')), ['categories.0.parent']);
    assert.deepEqual(paths(category('a', 'b'), category('b', 'a')), ['categories.0.parent', 'categories.1.parent']);
    assert.deepEqual(paths(category('a', 'a')), ['categories.0.parent']);
  });

  it('has each field and template once on the way from the top', () => {
    const field = { key: 'unit', name: 'Unit', type: 'text' as const };
    const above = category('a', null, { fields: [field], taskTemplates: [{ key: 'look', title: 'Look' }] });
    const below = category('b', 'a', { fields: [field], taskTemplates: [{ key: 'look', title: 'Look again' }] });
    assert.deepEqual(paths(above, below), ['categories.1.fields.0.key', 'categories.1.taskTemplates.0.key']);
    assert.deepEqual(paths(above, { ...below, parent: null }), []);
  });

  it('lets a template wait for those before it alone, here or above, so that no two wait for each other', () => {
    const look = { key: 'look', title: 'Look' };
    const mend = { key: 'mend', title: 'Mend', after: ['look'] };
    assert.deepEqual(paths(category('a', null, { taskTemplates: [look, mend] })), []);
    assert.deepEqual(
      paths(category('b', 'a', { taskTemplates: [mend] }), category('a', null, { taskTemplates: [look] })),
      [],
    );
    assert.deepEqual(paths(category('a', null, { taskTemplates: [mend, look] })), [
      'categories.0.taskTemplates.0.after.0',
    ]);
  });

  for (const { id, categories, teams } of shippedPresets) {
    it(`ships whole as ${id}, with the categories that the local analyst knows`, () => {
      assert.deepEqual(treeFaults(categories), []);
      const keys = categories.map(({ key }) => key);
      assert.deepEqual(
        shippedCategories.filter((key) => !keys.includes(key)),
        [],
      );
      assert.ok(teams.length > 0 && categories.some(({ key }) => templatesOf(categories, key).length > 1));
    });
  }

  it('hands fields and templates down', () => {
    const categories = shippedPresets.find(({ id }) => id === 'property-management')?.categories ?? [];
    assert.deepEqual(
      templatesOf(categories, 'emergency').map(({ key }) => key),
      ['inspect', 'order', 'approve', 'secure'],
    );
    assert.deepEqual(
      fieldsOf(categories, 'heating').map(({ key }) => key),
      ['property', 'unit', 'access', 'boiler_model'],
    );
    assert.deepEqual(templatesOf(categories, 'unknown'), []);
  });
});
