import assert from 'node:assert/strict';
import { AskAnswer } from '../../../backend/contracts/ask.ts';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Asking over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  const ask = (body: unknown, as = 'manager') => harness.call('POST', '/api/ask', { as, body });

  it('answers with the query, what its figure means, and the cases behind it with a path to all of them', async () => {
    const made = harness.app.put(aCase({ subject: 'Overdue boiler' })).value;
    harness.app.ask = async (_actor, { question, zone }) => ({
      language: 'en',
      engine: 'local',
      answer: {
        query: { metric: 'breached', statistic: 'median', filter: { team: ['north'] }, by: 'assignee' },
        reading: `${question} ${zone}`,
        notes: [],
        figure: {
          value: 1,
          n: 1,
          groups: [{ key: null, name: null, value: 1, n: 1 }],
          points: null,
          from: null,
          to: null,
        },
        cases: [{ id: made.id }],
        total: 1,
        listed: { status: ['new', 'in_progress'], sla: ['breached'], assignee: [null] },
      },
      unclear: null,
      suggestions: [],
    });
    const { status, json } = await ask({ question: 'overdue', timeZone: 'Europe/Berlin' });
    assert.equal(status, 200);
    const { answer } = AskAnswer.parse(json);
    assert.equal(answer?.reading, 'overdue Europe/Berlin');
    assert.deepEqual([answer?.figure.name, answer?.figure.unit], ['Overdue', 'cases']);
    assert.equal(answer?.cases.items[0]?.subject, 'Overdue boiler');
    assert.equal(answer?.cases.path, '/api/cases?status=new&status=in_progress&sla=breached&assignee=none');
    assert.equal((await harness.call('GET', answer?.cases.path ?? '')).status, 200, 'the path is one of ours');
  });

  it('refuses what is neither a question nor a query, or both, and zones and fields that are not there', async () => {
    const query = { metric: 'open' };
    for (const body of [
      {},
      { question: 'open', query },
      { question: 'open', timeZone: 'Mars/Base' },
      { question: 'x'.repeat(501) },
      { query: { metric: 'revenue' } },
      { query: { ...query, filter: { secret: ['x'] } } },
      { query: { ...query, from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' } },
    ]) {
      assert.equal((await ask(body)).status, 422, JSON.stringify(body));
    }
  });
});
