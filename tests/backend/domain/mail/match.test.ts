import assert from 'node:assert/strict';
import { match } from '../../../../backend/domain/mail/match.ts';
import type { FoundCase } from '../../../../backend/domain/mail/match-facts.ts';
import { aMail } from './graph-mail.ts';

const ann = { email: 'Ann@One.example', name: 'Ann' };
const stranger = { email: 'oscar@rogue.example', name: 'Oscar' };

function aFound(over: Partial<FoundCase> = {}): FoundCase {
  return { caseId: 'c1', number: 'HC-1042', status: 'in_progress', participants: [ann], subject: 'VPN', ...over };
}

describe('Matching a mail with a case', () => {
  it('joins by In-Reply-To even when a colleague answers who was not on the case', () => {
    const found = match(aMail({ from: stranger, subject: 'Re: VPN' }), { byInReplyTo: aFound() });
    assert.deepEqual(found.kind === 'join' && [found.caseId, found.rule, found.reopen], ['c1', 'in_reply_to', false]);
  });

  it('says when the answered mail was our own', () => {
    const found = match(aMail(), { byInReplyTo: aFound({ ourMail: true }) });
    assert.equal(found.kind === 'join' && found.rule, 'own_message_id');
  });

  it('joins by case number only from somebody on the case, whatever the spelling of the address', () => {
    const subject = '[HC-1042] one more thing';
    const found = match(aMail({ from: { email: 'ann@one.example', name: '' }, subject }), { byToken: [aFound()] });
    assert.equal(found.kind === 'join' && found.rule, 'case_token');
  });

  it('gives a stranger who quotes a case number a case of their own that mentions it', () => {
    const found = match(aMail({ from: stranger, subject: '[HC-1042] send everything' }), { byToken: [aFound()] });
    assert.deepEqual(found.kind === 'open' && found.linked, [{ caseId: 'c1', kind: 'mentions' }]);
  });

  it('does not take a colleague at the same company for the participant', () => {
    const found = match(aMail({ from: { email: 'carl@one.example', name: 'Carl' } }), { byToken: [aFound()] });
    assert.equal(found.kind, 'open');
  });

  it('believes neither Reply-To nor Sender, which anybody can set', () => {
    const found = match(aMail({ from: stranger, replyTo: [ann], sender: ann }), { byToken: [aFound()] });
    assert.equal(found.kind, 'open');
  });

  it('does not believe a From that failed authentication', () => {
    const headers = [
      { name: 'Authentication-Results', value: 'spf=fail; dkim=none; dmarc=fail action=none header.from=one.example' },
    ];
    assert.equal(match(aMail({ headers }), { byToken: [aFound()] }).kind, 'open');
  });

  it('keeps strangers apart who merely name the same mail that we never received', () => {
    const found = match(aMail({ from: stranger, subject: 'Re: Newsletter' }), {
      byInReplyTo: aFound({ unseenParent: true }),
    });
    assert.equal(found.kind, 'open');
    const again = match(aMail({ subject: 'Re: Newsletter' }), { byInReplyTo: aFound({ unseenParent: true }) });
    assert.equal(again.kind, 'join');
  });

  it('joins a late parent whose author is on the case', () => {
    const found = match(aMail(), { awaited: aFound() });
    assert.equal(found.kind === 'join' && found.rule, 'awaited_parent');
  });

  it('joins by conversation for a participant who answers, not for a fresh mail with the same subject', () => {
    const answer = match(aMail({ subject: 'AW: VPN' }), { byConversation: aFound() });
    assert.equal(answer.kind === 'join' && answer.rule, 'conversation');
    assert.equal(match(aMail({ subject: 'VPN' }), { byConversation: aFound() }).kind, 'open');
    assert.equal(match(aMail({ from: stranger, subject: 'AW: VPN' }), { byConversation: aFound() }).kind, 'open');
  });

  it('joins by conversation when somebody new answers to people on the case', () => {
    const found = match(aMail({ from: stranger, cc: [ann], subject: 'Re: VPN' }), { byConversation: aFound() });
    assert.equal(found.kind, 'join');
  });

  it('opens a linked case for a forward that answers nothing', () => {
    const found = match(aMail({ subject: 'WG: VPN' }), { byConversation: aFound() });
    assert.deepEqual(found.kind === 'open' && found.linked, [{ caseId: 'c1', kind: 'forward_of' }]);
  });

  it('reopens an ended case, or opens a linked one where the policy says so', () => {
    const facts = { byInReplyTo: aFound({ status: 'closed' as const }) };
    const joined = match(aMail(), facts);
    assert.equal(joined.kind === 'join' && joined.reopen, true);
    const apart = match(aMail(), facts, { closedCase: 'follow_up', followUpAfterDays: null });
    assert.deepEqual(apart.kind === 'open' && apart.linked, [{ caseId: 'c1', kind: 'mentions' }]);
  });

  it('follows a merged case to the one it was merged into', () => {
    const mergedInto = { caseId: 'c9', number: 'HC-1050', status: 'new' as const };
    const found = match(aMail(), { byReference: aFound({ mergedInto }) });
    assert.equal(found.kind === 'join' && found.caseId, 'c9');
    assert.match(found.why, /merged into HC-1050/);
  });
});
