import assert from 'node:assert/strict';
import {
  applyAnalysis,
  assignTo,
  editFields,
  isCurrent,
  moveToStatus,
  receiveMessage,
} from '../../../../backend/domain/case/change.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { Analysis } from '../../../../backend/domain/triage/analysis.ts';
import { anAnalysis } from '../../../builders/analysis.ts';
import { aCase } from '../../../builders/case.ts';

const at = '2026-11-24T14:00:00.000Z';
const later = '2026-11-24T15:30:00.000Z';

const analysis: Analysis = anAnalysis({
  complaint: true,
  priority: 'urgent',
  sentiment: 'frustrated',
  confidence: 0.9,
});

describe('Changing a case', () => {
  it('tells each changed field with its value before and after', () => {
    const { value, changes } = editFields(aCase(), { priority: 'high', tags: ['leak'] }, at);
    assert.deepEqual(changes, [
      { field: 'priority', from: 'medium', to: 'high' },
      { field: 'tags', from: [], to: ['leak'] },
    ]);
    assert.equal(value.updatedAt, at);
  });

  it('has nothing to tell when nothing changes', () => {
    assert.deepEqual(editFields(aCase(), { priority: 'medium' }, at).changes, []);
    assert.deepEqual(moveToStatus(aCase(), 'new', at).changes, []);
  });

  it('lets a person correct what the analyst said, and the analyst no longer touch it', () => {
    const unsure = applyAnalysis(aCase(), 'v1', { ...analysis, needsReview: true }, at).value;
    assert.equal(unsure.ai?.needsReview, true);
    const calm = editFields(unsure, { complaint: false, sentiment: 'neutral' }, at);
    assert.deepEqual(
      calm.changes.map(({ field }) => field),
      ['complaint', 'sentiment'],
    );
    assert.equal(calm.value.ai?.needsReview, true, 'nobody spoke of the category yet');
    const again = applyAnalysis(calm.value, 'v2', { ...analysis, needsReview: true }, later).value;
    assert.deepEqual([again.complaint, again.sentiment, again.priority], [false, 'neutral', 'urgent']);
  });

  it('needs no review once a person named the category or stands by what is said', () => {
    const unsure = applyAnalysis(aCase(), 'v1', { ...analysis, needsReview: true }, at).value;
    assert.equal(editFields(unsure, { category: 'billing' }, at).value.ai?.needsReview, false);
    const looked = editFields(unsure, { needsReview: false }, at);
    assert.deepEqual(looked.changes, [{ field: 'needsReview', from: true, to: false }]);
    const other = { ...analysis, category: 'account', priority: 'low', complaint: false, needsReview: true } as const;
    const after = applyAnalysis(looked.value, 'v2', other, later).value;
    assert.deepEqual(
      [after.category, after.priority, after.complaint, after.ai?.needsReview],
      [unsure.category, 'urgent', true, false],
    );
    assert.equal(editFields(looked.value, { needsReview: true }, later).value.ai?.needsReview, true);
    assert.deepEqual(editFields(aCase(), { needsReview: false }, at).changes, [], 'the analyst has not spoken yet');
  });

  it('takes a new case up when somebody is assigned', () => {
    const { value } = assignTo(aCase(), 'jonas', undefined, at);
    assert.equal(value.status, 'in_progress');
    assert.equal(assignTo(value, null, undefined, at).value.status, 'in_progress');
  });

  it('refuses a status that may not follow, and says so', () => {
    const closed = moveToStatus(aCase(), 'closed', at).value;
    assert.throws(
      () => moveToStatus(closed, 'awaiting_vendor', later),
      (error) => isFailure(error, 'conflict') && /closed cannot become awaiting vendor/.test(error.message),
    );
  });

  it('forgets the resolution when a case is reopened', () => {
    const resolved = moveToStatus(aCase(), 'resolved', at).value;
    assert.equal(resolved.resolvedAt, at);
    const reopened = moveToStatus(resolved, 'in_progress', later).value;
    assert.equal(reopened.resolvedAt, null);
  });

  it('wakes a waiting or ended case when a person writes, and never when a machine does', () => {
    const people = [{ email: 'nadia.haddad@example.com', name: 'Nadia' }];
    for (const status of ['awaiting_customer', 'resolved', 'closed'] as const) {
      const before = moveToStatus(aCase(), status, at).value;
      const woken = receiveMessage(before, { people, automatic: false, ourMailboxes: [] }, later).value;
      assert.equal(woken.status, 'in_progress');
      const asleep = receiveMessage(before, { people, automatic: true, ourMailboxes: [] }, later).value;
      assert.equal(asleep.status, status);
    }
  });

  it('adds whoever is new to the participants, once, and never our own mailbox', () => {
    const people = [
      { email: 'Nadia.Haddad@example.com', name: 'Nadia' },
      { email: 'owners@example.com', name: 'Owners' },
      { email: 'support@contoso.example', name: 'Support' },
    ];
    const { value } = receiveMessage(
      aCase(),
      { people, automatic: false, ourMailboxes: ['support@contoso.example'] },
      at,
    );
    assert.deepEqual(
      value.participants.map((p) => p.email),
      ['nadia.haddad@example.com', 'owners@example.com'],
    );
  });

  it('lets the analyst fill what nobody has set, and nothing else', () => {
    const edited = editFields(aCase(), { priority: 'low' }, at).value;
    const { value } = applyAnalysis(edited, '1-1', analysis, later);
    assert.equal(value.priority, 'low');
    assert.equal(value.category, 'technical');
    assert.equal(value.ai?.engine, 'local');
  });

  it('lets whoever saw the case before the analyst spoke still change it, until something else happens', () => {
    const analysed = applyAnalysis(aCase(), '1-1', analysis, at).value;
    assert.equal(isCurrent(analysed, '1-2', '1-1'), true);
    assert.equal(isCurrent(analysed, '1-2', '1-0'), false);
    const edited = editFields(analysed, { priority: 'low' }, later).value;
    assert.equal(isCurrent(edited, '1-3', '1-1'), false);
    assert.equal(isCurrent(edited, '1-3', '1-3'), true);
  });
});
