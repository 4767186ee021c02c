import assert from 'node:assert/strict';
import { Case } from '../../../backend/contracts/case.ts';
import { Message } from '../../../backend/contracts/message.ts';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Working with several cases over HTTP', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    harness.call('POST', path, { ...(body !== undefined && { body }), headers });

  it('takes notes with mentions and answers them as messages', async () => {
    const { value } = harness.app.put(aCase());
    const result = await post(`/api/cases/${value.number}/notes`, { text: ' Ask the plumber. ', mentions: ['ben'] });
    assert.equal(result.status, 201);
    const note = Message.parse(result.json);
    assert.deepEqual([note.direction, note.visibleText, note.mentions], ['note', 'Ask the plumber.', ['ben']]);
    for (const body of [{ text: '  ' }, { text: 'x', mentions: 'ben' }, { text: 'x', to: 'ben' }]) {
      assert.equal((await post(`/api/cases/${value.id}/notes`, body)).status, 422, JSON.stringify(body));
    }
  });

  it('watches as the caller unless told otherwise, and under a version when one is named', async () => {
    const { value } = harness.app.put(aCase());
    const watched = await post(`/api/cases/${value.id}/watch`, {});
    assert.deepEqual(Case.parse(watched.json).watchers, ['agent-id']);
    assert.equal((await post(`/api/cases/${value.id}/watch`, { agent: 'ben' }, { 'if-match': '"v1"' })).status, 412);
    assert.deepEqual((await post(`/api/cases/${value.id}/unwatch`, {})).json.watchers, []);
  });

  it('merges and un-merges, and says what a merged case still allows', async () => {
    const [one, two] = [harness.app.put(aCase()), harness.app.put(aCase())];
    const merged = await post(`/api/cases/${one.value.id}/merge`, { into: two.value.number });
    assert.equal(merged.status, 200);
    const value = Case.parse(merged.json);
    assert.deepEqual([value.mergedInto, value.actions, value.nextStatuses], [two.value.id, ['unmerge'], []]);
    const apart = await post(`/api/cases/${one.value.id}/unmerge`);
    assert.equal('mergedInto' in apart.json, false);
    const itself = await post(`/api/cases/${one.value.id}/merge`, { into: one.value.id });
    assert.deepEqual([itself.status, itself.json.code], [409, 'conflict']);
    assert.equal((await post(`/api/cases/${one.value.id}/merge`, {})).status, 422);
    assert.equal((await post('/api/cases/HC-0/merge', { into: two.value.id })).status, 404);
  });

  it('splits into a new case with an address, and moves messages to another', async () => {
    const [one, two] = [harness.app.put(aCase()), harness.app.put(aCase())];
    const split = await post(`/api/cases/${one.value.id}/split`, { messageIds: ['m1'], subject: 'The other leak' });
    assert.equal(split.status, 201);
    assert.equal(split.headers.get('location'), `/api/cases/${split.json.id}`);
    const moved = await post(`/api/cases/${one.value.id}/move`, { messageIds: ['m1', 'm2'], to: two.value.id });
    assert.deepEqual([moved.json.id, moved.json.messageCount], [two.value.id, 2]);
    assert.equal((await post(`/api/cases/${one.value.id}/move`, { messageIds: [], to: two.value.id })).status, 422);
  });

  it('links and unlinks', async () => {
    const [one, two] = [harness.app.put(aCase()), harness.app.put(aCase())];
    const linked = await post(`/api/cases/${one.value.id}/link`, { to: two.value.id, kind: 'parent' });
    assert.deepEqual(linked.json.linked, [{ caseId: two.value.id, kind: 'parent' }]);
    assert.equal((await post(`/api/cases/${one.value.id}/link`, { to: two.value.id, kind: 'cousin' })).status, 422);
    assert.deepEqual((await post(`/api/cases/${one.value.id}/unlink`, { to: two.value.id })).json.linked, []);
  });

  it('answers an undo that came too late with what stands in its way', async () => {
    const { value } = harness.app.put(aCase());
    const result = await post(`/api/cases/${value.id}/undo`);
    assert.equal(result.status, 409);
    assert.deepEqual(result.json.differences, [{ field: 'priority', now: 'low', yours: 'medium' }]);
  });
});

describe('Fields of a category over HTTP', () => {
  it('an administrator gives a category fields, each with a type', async () => {
    const harness = await startHarness();
    try {
      const put = (fields: unknown) =>
        harness.call('PUT', '/api/settings/categories', {
          as: 'admin',
          body: { categories: [{ key: 'repairs', name: 'Repairs', parent: null, fields }] },
          headers: { 'if-match': '*' },
        });
      const trade = { key: 'trade', name: 'Trade', type: 'choice', options: ['plumber', 'electrician'] };
      assert.equal((await put([trade, { key: 'floor', name: 'Floor', type: 'number' }])).status, 200);
      for (const wrong of [
        { ...trade, options: undefined },
        { ...trade, type: 'text' },
        { ...trade, key: 'A b' },
      ]) {
        assert.equal((await put([wrong])).status, 422, JSON.stringify(wrong));
      }
    } finally {
      await harness.close();
    }
  });
});
