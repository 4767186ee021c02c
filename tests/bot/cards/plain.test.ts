import assert from 'node:assert/strict';
import fc from 'fast-check';
import { line, plain } from '../../../bot/cards/plain.ts';

describe('Customer text on a card', () => {
  it('is one line without control characters and without marks that hide or reorder it', () => {
    assert.equal(line('a\r\n\tb\u0000c', 50), 'a b c');
    assert.equal(line('invoice\u202Efdp.exe \u200Bx', 50), 'invoicefdp.exe x');
  });

  it('is cut between whole characters', () => {
    assert.equal(line('Überschwemmung', 5), 'Über…');
    assert.equal(line('😀😀😀😀', 3), '😀😀…');
  });

  it('keeps ordinary punctuation as it is', () => {
    assert.equal(plain('Flat 3B: 5,000 rows (62 %) don’t load.', 99), 'Flat 3B: 5,000 rows (62 %) don’t load.');
  });

  it('keeps marks from being read as markdown', () => {
    assert.equal(
      plain('[a](b) *c* _d_ `e` ~f~ <at>g</at> #h', 99),
      '\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\~f\\~ \\<at\\>g\\</at\\> \\#h',
    );
    assert.equal(plain('1. first', 99), '1\\. first');
    assert.equal(plain('- item', 99), '\\- item');
  });

  it('is never longer than asked for and never a template, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (text, max) => {
        const shown = line(text, max);
        assert.ok(!shown.includes('{{') && !/\p{Cc}/u.test(shown));
        assert.ok(Array.from(shown.replaceAll('{ {', '{{')).length <= max);
      }),
    );
  });

  it('of a megabyte is cut at once', () => {
    const started = performance.now();
    line('{{[a](b) '.repeat(120_000), 200);
    plain(`${'\\'.repeat(1_000_000)}`, 200);
    assert.ok(performance.now() - started < 200);
  });
});
