import assert from 'node:assert/strict';
import { metrics } from '../../../../backend/contracts/metric-catalogue.ts';
import type { AskQuery, Named } from '../../../../backend/domain/ask/ask-query.ts';
import { phraseBook } from '../../../../backend/domain/ask/phrase-book.ts';
import { sayQuery } from '../../../../backend/domain/ask/say-query.ts';
import { readQuestion } from '../../../../backend/domain/ask/settle-question.ts';
import { metricNames } from '../../../../backend/domain/vocabulary.ts';
import { unclear, understood } from './questions.ts';

const names: Named[] = [
  { kind: 'person', key: 'a1', name: 'Anna Berg' },
  { kind: 'person', key: 'b1', name: 'Ben Ortiz' },
  { kind: 'person', key: 'b2', name: 'Ben Schmidt' },
  { kind: 'person', key: 'c1', name: 'Clara Meyer' },
  { kind: 'team', key: 'north', name: 'North' },
  { kind: 'team', key: 'nordstadt', name: 'Nordstadt' },
  { kind: 'team', key: 'facilities', name: 'Facilities' },
  { kind: 'category', key: 'technical', name: 'Technical', with: ['heating'] },
  { kind: 'category', key: 'heating', name: 'Heating' },
  { kind: 'category', key: 'billing', name: 'Billing' },
  { kind: 'category', key: 'account', name: 'Account' },
  { kind: 'category', key: 'feature_request', name: 'Feature request' },
  { kind: 'category', key: 'general', name: 'General' },
];
const book = phraseBook(names);
const moment = { nowMs: Date.parse('2026-11-18T10:00:00Z'), zone: 'Europe/Berlin' };
const read = (question: string) => readQuestion(question, book, moment);

describe('Questions in plain words', () => {
  it('are at least 120 in this table', () => assert.ok(understood.length + unclear.length >= 120));

  for (const [question, wanted] of understood) {
    it(`reads: ${question}`, () => {
      const reading = read(question);
      assert.equal(reading.kind, 'query', reading.kind === 'unclear' ? reading.why : '');
      if (reading.kind !== 'query') return;
      const { filter, ...query } = wanted;
      for (const [name, value] of Object.entries(query))
        assert.deepEqual(reading.query[name as keyof AskQuery], value, name);
      assert.deepEqual(JSON.parse(JSON.stringify(reading.query.filter)), JSON.parse(JSON.stringify(filter ?? {})));
    });
  }

  for (const [question, why] of unclear) {
    it(`asks back: ${question || '(nothing)'}`, () => {
      const reading = read(question);
      assert.equal(reading.kind, 'unclear', JSON.stringify(reading));
      if (reading.kind !== 'unclear') return;
      assert.match(reading.why, why);
      assert.ok(reading.suggestions.length > 0);
    });
  }

  it('knows every figure that can be asked for by its name', () => {
    for (const metric of metricNames) {
      const { name } = metrics[metric];
      const reading = read(name);
      assert.equal(reading.kind === 'query' && reading.query.metric, metric, name);
    }
  });

  it('says a query in words that it reads as the same query, in both languages', () => {
    const simple = understood.filter(
      ([, { from, to, interval, top, filter }]) => !from && !to && !interval && !top && !filter,
    );
    for (const [question] of simple) {
      const reading = read(question);
      if (reading.kind !== 'query') continue;
      for (const language of ['en', 'de'] as const) {
        const again = read(sayQuery(reading.query, language, moment.zone));
        assert.equal(again.kind === 'query' && again.query.metric, reading.query.metric, question);
      }
    }
  });

  it('never runs long on hostile words', () => {
    for (const text of [
      'by '.repeat(5_000),
      'ä'.repeat(20_000),
      '"'.repeat(10_000),
      'a@'.repeat(9_000),
      '1.'.repeat(9_000),
    ]) {
      const started = process.cpuUsage();
      read(text);
      const used = process.cpuUsage(started);
      assert.ok((used.user + used.system) / 1000 < 500, text.slice(0, 5));
    }
  });
});
