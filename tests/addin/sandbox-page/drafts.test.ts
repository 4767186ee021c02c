import assert from 'node:assert/strict';
import { emptyDraft, firstName, readDraft, readPerson, readyDrafts } from '../../../backend/sandbox/page/drafts.ts';
import { lastResult } from '../../../backend/sandbox/page/last-result.ts';

describe('a mail written as a customer', () => {
  it('takes a name and an address, or the address alone', () => {
    assert.deepEqual(readPerson('Sabine Vogt <sabine@example.com>'), {
      name: 'Sabine Vogt',
      email: 'sabine@example.com',
    });
    assert.deepEqual(readPerson('"Vogt, Sabine" <s@example.com>'), { name: 'Vogt, Sabine', email: 's@example.com' });
    assert.deepEqual(readPerson('s@example.com'), { name: 's@example.com', email: 's@example.com' });
    assert.equal(readPerson('Sabine'), null);
    assert.equal(firstName('Sabine Vogt <sabine@example.com>'), 'Sabine');
  });

  it('is ready to send as it is offered', () => {
    for (const draft of Object.values(readyDrafts)) assert.equal(readDraft(draft).faults, null);
  });

  it('carries raw headers, one a line', () => {
    const from = 'Hanna <hanna@example.com>';
    const { mail } = readDraft({ ...emptyDraft, from, headers: 'Auto-Submitted: auto-replied\n\nX-A: b: c' });
    assert.deepEqual(mail?.headers, [
      { name: 'Auto-Submitted', value: 'auto-replied' },
      { name: 'X-A', value: 'b: c' },
    ]);
  });

  it('names every fault of the form at once', () => {
    const { faults } = readDraft({ ...emptyDraft, from: 'nobody', to: '', headers: 'no colon here' });
    assert.deepEqual(Object.keys(faults ?? {}), ['from', 'to', 'headers']);
  });
});

describe('the line on the last mail', () => {
  const mail = {
    id: 'm1',
    mailbox: 'support@contoso.example',
    internetMessageId: '<m1@x>',
    conversationId: 'c1',
    from: null,
    subject: '',
    preview: '',
    receivedAt: '2026-11-24T14:31:20.000Z',
    hasAttachments: false,
  };

  it('follows the mail from its way to its case', () => {
    const sent = { mailId: 'm1' };
    assert.match(lastResult(sent, []).words, /on its way/);
    assert.match(lastResult(sent, [{ ...mail, fate: null }]).words, /being read/);
    const fate = { kind: 'human', outcome: 'opened', caseNumber: 'HC-1048', reason: 'New.', tookMs: 412 } as const;
    const result = lastResult(sent, [{ ...mail, fate }]);
    assert.equal(result.caseNumber, 'HC-1048');
    assert.equal(result.after, ' opened after 0.4 s');
  });

  it('says why a mail became no case', () => {
    const fate = {
      kind: 'bulk',
      outcome: 'kept_apart',
      caseNumber: null,
      reason: 'It is a newsletter.',
      tookMs: 9,
    } as const;
    assert.match(lastResult({ mailId: 'm1' }, [{ ...mail, fate }]).words, /no case: It is a newsletter\./);
  });
});
