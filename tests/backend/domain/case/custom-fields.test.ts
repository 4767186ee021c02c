import assert from 'node:assert/strict';
import { type Category, fieldFaults, fieldsOf, withFields } from '../../../../backend/domain/case/custom-fields.ts';

const categories: Category[] = [
  { key: 'property', name: 'Property', parent: null, fields: [{ key: 'unit', name: 'Unit', type: 'text' }] },
  {
    key: 'repairs',
    name: 'Repairs',
    parent: 'property',
    fields: [
      { key: 'trade', name: 'Trade', type: 'choice', options: ['plumber', 'electrician'] },
      { key: 'visit', name: 'Visit', type: 'date' },
      { key: 'floor', name: 'Floor', type: 'number' },
      { key: 'urgent_call', name: 'Called', type: 'boolean' },
    ],
  },
  { key: 'a', name: 'A', parent: 'b' },
  { key: 'b', name: 'B', parent: 'a' },
];

describe('Fields of a category', () => {
  it('are its own and those of the categories above it', () => {
    const keys = fieldsOf(categories, 'repairs').map((field) => field.key);
    assert.deepEqual(keys, ['unit', 'trade', 'visit', 'floor', 'urgent_call']);
    assert.deepEqual(fieldsOf(categories, 'unknown'), []);
    assert.deepEqual(fieldsOf(categories, 'a'), []);
  });

  it('hold what their type says, and null takes a value away', () => {
    const fields = fieldsOf(categories, 'repairs');
    const right = { unit: '4b', trade: 'plumber', visit: '2026-02-28', floor: -1, urgent_call: false };
    assert.deepEqual(fieldFaults(fields, right), []);
    const wrong = { unit: 4, trade: 'baker', visit: '2026-02-30', floor: Number.NaN, urgent_call: 'yes', pets: true };
    assert.deepEqual(
      fieldFaults(fields, wrong).map((fault) => fault.path),
      ['fields.unit', 'fields.trade', 'fields.visit', 'fields.floor', 'fields.urgent_call', 'fields.pets'],
    );
    assert.deepEqual(fieldFaults(fields, { unit: null }), []);
    assert.deepEqual(withFields({ unit: '4b', floor: 2 }, { unit: null, floor: 3 }), { floor: 3 });
  });
});
