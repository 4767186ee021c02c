import assert from 'node:assert/strict';
import type { AskQuery } from '../../../../backend/contracts/ask.ts';
import { phraseBook } from '../../../../backend/domain/ask/phrase-book.ts';
import { readQuestion } from '../../../../backend/domain/ask/settle-question.ts';
import { addressOf, readAsked, writeAsked } from '../../../../tab/features/analytics/ask/asked.ts';
import {
  periodOfQuery,
  splitOf,
  withMetric,
  withPeriod,
  withSplit,
} from '../../../../tab/features/analytics/ask/query-edits.ts';
import { english, german } from '../../../../tab/features/analytics/ask/words.ts';
import { criteriaOf } from '../../../../tab/features/cases/filter.ts';
import { readRoute } from '../../../../tab/route.ts';

const query: AskQuery = { metric: 'created', statistic: 'median', filter: { team: ['north'] }, by: 'category', top: 3 };

describe('The page that answers questions', () => {
  it('keeps what is asked in the address, and takes nothing from it that is no query', () => {
    const asked = { question: 'created by category', query };
    assert.deepEqual(readAsked(writeAsked(asked)), asked);
    for (const text of ['', 'nonsense', '[]', '7', 'null', '"text"'])
      assert.deepEqual(readAsked({ question: 'open', query: text }), { question: 'open', query: null });
  });

  it('leads to a list of exactly the cases behind the figure, and behind one group of it', () => {
    const path =
      '/api/cases?status=new&status=in_progress&complaint=true&dueBefore=2026-11-28T23%3A00%3A00.000Z&q=roof+%26+leak';
    const address = addressOf(path, { by: 'assignee', key: null });
    assert.deepEqual(criteriaOf(readRoute(address ?? '').filter, 0), {
      status: ['new', 'in_progress'],
      assignee: ['none'],
      complaint: 'true',
      dueBefore: '2026-11-28T23:00:00.000Z',
      q: 'roof & leak',
    });
    assert.equal(addressOf(null), null);
  });

  it('changes one part of a query and leaves the others', () => {
    const days = withPeriod(query, '2026-11-01..2026-11-15');
    assert.equal(periodOfQuery(days), '2026-11-01..2026-11-15');
    assert.equal(periodOfQuery(query), '30d');
    assert.equal(withPeriod(days, '7d').to, undefined, 'a period that ends now has no end');
    const daily = withSplit(query, 'each:day');
    assert.deepEqual([splitOf(daily), daily.top, daily.by], ['each:day', undefined, undefined]);
    assert.equal(splitOf(withSplit(daily, 'by:team')), 'by:team');
    assert.equal(splitOf(withSplit(daily, 'none')), 'none');
    assert.equal(withMetric(daily, 'resolved').interval, 'day');
    assert.equal(withMetric(daily, 'breached').interval, undefined, 'overdue is known for this moment only');
    assert.equal(withMetric({ ...query, metric: 'resolutionMinutes', statistic: 'p90' }, 'open').statistic, 'median');
  });

  it('gives only examples that are understood', () => {
    const book = phraseBook([{ kind: 'category', key: 'billing', name: 'Billing' }]);
    const moment = { nowMs: Date.parse('2026-11-18T10:00:00Z'), zone: 'Europe/Berlin' };
    for (const { tryThese, grammar } of [english, german]) {
      for (const question of tryThese) assert.equal(readQuestion(question, book, moment).kind, 'query', question);
      const [figures, , periods, splits] = grammar.map(([, examples]) => examples.split(', '));
      for (const figure of figures ?? []) assert.equal(readQuestion(figure, book, moment).kind, 'query', figure);
      const created = english.tryThese === tryThese ? 'created' : 'eingegangen';
      for (const part of [...(periods ?? []), ...(splits ?? [])])
        assert.equal(readQuestion(`${created} ${part}`, book, moment).kind, 'query', part);
    }
  });
});
