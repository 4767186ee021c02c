import assert from 'node:assert/strict';
import type { HistoryEntry } from '../../../../backend/contracts/message.ts';
import { openAtFirst, weave } from '../../../../tab/features/case/conversation-lines.ts';
import { plant } from '../../../ui/fake-cases.ts';

const { messages } = plant(
  {
    subject: 'Leak',
    customer: 'Nadia Haddad',
    priority: 'high',
    status: 'in_progress',
    assignee: 'jonas',
    ageMinutes: 100,
    repliedAfter: 10,
  },
  1,
  Date.parse('2026-11-24T14:00:00.000Z'),
);

function entry(at: string, fields: Partial<HistoryEntry>): HistoryEntry {
  const actor = { id: 'sofia', name: 'Sofia Marin' };
  return {
    id: at,
    at,
    actor,
    surface: 'tab',
    kind: 'case.changed',
    changes: [],
    messageId: null,
    reason: null,
    ...fields,
  };
}

describe('The conversation', () => {
  it('weaves changes between the mails by time', () => {
    const change = entry('2026-11-24T12:25:00.000Z', {
      changes: [{ field: 'status', from: 'new', to: 'in_progress' }],
    });
    const kinds = weave(messages, [change]).map((line) => line.kind);
    assert.deepEqual(kinds, ['message', 'event', 'message', 'message']);
  });

  it('leaves out what the mails say themselves and what is bookkeeping', () => {
    const added = entry('2026-11-24T12:25:00.000Z', { kind: 'message.added' });
    const counted = entry('2026-11-24T12:26:00.000Z', { changes: [{ field: 'messageCount', from: 1, to: 2 }] });
    assert.equal(weave(messages, [added, counted]).length, messages.length);
  });

  it('opens what nobody has answered yet, and the newest mail otherwise', () => {
    assert.deepEqual([...openAtFirst(messages)], [messages[2]?.id]);
    assert.deepEqual([...openAtFirst(messages.slice(0, 2))], [messages[1]?.id]);
    assert.deepEqual([...openAtFirst([])], []);
  });
});
