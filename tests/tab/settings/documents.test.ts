import assert from 'node:assert/strict';
import { differences } from '../../../tab/settings/differences.ts';
import { merged } from '../../../tab/settings/merge.ts';

const a = { id: 'a', name: 'A', targets: { low: 1, high: 2 } };
const b = { id: 'b', name: 'B', targets: {} };
const c = { id: 'c', name: 'C', targets: {} };
const places = (before: unknown, after: unknown) => differences(before, after).map(({ path }) => path.join('.'));

describe('Changes of a settings document', () => {
  it('are what somebody would call a change: a field, a thing, another order', () => {
    assert.deepEqual(places({ list: [a, b, c] }, { list: [a, b, c] }), []);
    assert.deepEqual(places({ list: [a, b, c] }, { list: [c, a, b] }), ['list.#order']);
    const edited = { ...a, name: 'AA', targets: { low: 2, high: 3 } };
    assert.deepEqual(places({ list: [a, b] }, { list: [edited, b] }), [
      'list.a.name',
      'list.a.targets.low',
      'list.a.targets.high',
    ]);
    assert.deepEqual(places({ list: [a, b] }, { list: [b, c] }), ['list.a', 'list.c']);
    assert.deepEqual(places({ days: 3, on: null }, { days: null, on: null }), ['days']);
  });

  it('go onto what somebody else made of it, each in its place', () => {
    const base = { list: [a, b], zone: 'UTC' };
    const mine = { list: [a, { ...b, name: 'Mine' }, c], zone: 'UTC' };
    const theirs = { list: [{ ...a, name: 'Theirs' }, { id: 'd' }, b], zone: 'CET' };
    const { document, clashes } = merged<unknown>(base, mine, theirs);
    assert.deepEqual(clashes, []);
    assert.deepEqual(document, {
      list: [{ ...a, name: 'Theirs' }, { id: 'd' }, { ...b, name: 'Mine' }, c],
      zone: 'CET',
    });
  });

  it('stand where both changed the same, and the place is named', () => {
    const at = (name: string) => ({ list: [{ ...a, name }] });
    const both = merged(at('A'), at('Mine'), at('Theirs'));
    assert.deepEqual(both, { document: at('Mine'), clashes: [['list', 'a', 'name']] });
    const removed = merged<{ list: unknown[] }>(
      { list: [a, b] },
      { list: [b] },
      { list: [{ ...a, name: 'Theirs' }, b] },
    );
    assert.deepEqual(removed, { document: { list: [b] }, clashes: [['list', 'a']] });
    assert.deepEqual(merged<{ list: unknown[] }>({ list: [a, b] }, { list: [a, b, c] }, { list: [b] }).document, {
      list: [b, c],
    });
  });

  it('keep my order where I changed it, and what is new follows what it followed', () => {
    const { document } = merged({ list: [a, b] }, { list: [b, a] }, { list: [a, b, c] });
    assert.deepEqual(document, { list: [b, c, a] });
  });
});
