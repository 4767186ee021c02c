import assert from 'node:assert/strict';
import { caseStatuses, priorities } from '../../../backend/domain/vocabulary.ts';
import { caseCard, caseSentence } from '../../../bot/cards/case-card.ts';
import type { AdaptiveCard } from '../../../bot/cards/elements.ts';
import { jonas } from '../../fakes/fixed-directory.ts';
import { cardFaults, draw } from '../../support/card-checks.ts';
import { describeWithShared } from '../../support/shared.ts';
import { aCardCase, analysed } from './a-card-case.ts';

const openUrl = 'https://desk.example/tab/?case=HC-1042';

function titles(card: AdaptiveCard): string[] {
  return (card.actions ?? []).map(({ title }) => title);
}

describe('The card of a case', () => {
  it('of a new case shows number, subject, sender, summary and why it has its priority', () => {
    const { text, faults } = draw(caseCard({ case: aCardCase(analysed), openUrl }));
    assert.deepEqual(faults, []);
    for (const part of [
      'New case',
      'HC-1042',
      'Water is coming through the ceiling in flat 3B',
      'Nadia Haddad · to support@contoso.example',
      'High: go-live tomorrow, no workaround',
      'Technical',
      '84 % sure, local engine',
    ]) {
      assert.ok(text.includes(part), `${part} is not in: ${text}`);
    }
  });

  it('prints instants that each reader sees in their own zone', () => {
    const card = JSON.stringify(caseCard({ case: aCardCase({ priority: 'urgent' }), openUrl }));
    assert.match(card, /"First reply","value":"due \{\{TIME\(2026-11-24T13:51:00Z\)\}\}"/);
    const slow = JSON.stringify(caseCard({ case: aCardCase({ priority: 'low' }), openUrl }));
    assert.match(slow, /due \{\{DATE\(2026-11-27T13:06:00Z, COMPACT\)\}\} \{\{TIME\(2026-11-27T13:06:00Z\)\}\}/);
  });

  it('offers to take what nobody has, and to go on with what somebody has', () => {
    const free = caseCard({ case: aCardCase(), openUrl });
    assert.deepEqual(titles(free), ['Take it', 'Assign…', 'Reply…', 'Open']);
    const held = caseCard({ case: aCardCase({ status: 'in_progress', assignee: jonas.id }), openUrl });
    assert.deepEqual(titles(held), ['Resolve', 'Reply…', 'Take over', 'Open']);
    const waiting = caseCard({ case: aCardCase({ status: 'awaiting_customer', assignee: jonas.id }), openUrl });
    assert.deepEqual(titles(waiting), ['In progress', 'Reply…', 'Take over', 'Open']);
    assert.deepEqual(titles(caseCard({ case: aCardCase({ status: 'resolved' }), openUrl })), [
      'Reopen',
      'Close',
      'Open',
    ]);
    assert.deepEqual(titles(caseCard({ case: aCardCase({ status: 'closed' }), openUrl })), ['Reopen', 'Open']);
  });

  it('keeps room for the way back to a list', () => {
    const card = caseCard({ case: aCardCase(), openUrl, from: { words: 'urgent', after: 'c2' } });
    assert.deepEqual(titles(card), ['Take it', 'Assign…', 'Back to the list', 'Open']);
  });

  it('has a fallback that asks for the same, for each button a client may not know', () => {
    const card = caseCard({ case: aCardCase(), openUrl });
    for (const action of card.actions ?? []) {
      if (action.type !== 'Action.Execute') continue;
      assert.deepEqual(action.fallback.data, { ...action.data, verb: action.verb });
    }
  });

  it('says how a resolved case ended', () => {
    const inTime = aCardCase({ status: 'resolved', resolvedAt: '2026-11-24T15:53:00.000Z', priority: 'urgent' });
    assert.match(draw(caseCard({ case: inTime, openUrl })).text, /Resolved13 min to spare/);
    const late = aCardCase({ status: 'resolved', resolvedAt: '2026-11-24T17:06:30.000Z', priority: 'urgent' });
    assert.match(draw(caseCard({ case: late, openUrl })).text, /Resolved1 h 01 min late/);
  });

  it('turns to warning when a clock is at risk and to attention when it ran out', () => {
    const look = (at: string) => caseCard({ case: aCardCase({ priority: 'urgent' }, { at }), openUrl }).body[0];
    const styleOf = (element: ReturnType<typeof look>) => (element?.type === 'Container' ? element.style : undefined);
    assert.equal(styleOf(look('2026-11-24T13:10:00.000Z')), 'emphasis');
    assert.equal(styleOf(look('2026-11-24T13:45:00.000Z')), 'warning');
    assert.match(JSON.stringify(look('2026-11-24T13:45:00.000Z')), /First reply at risk.*due \{\{TIME/);
    assert.equal(styleOf(look('2026-11-24T14:00:00.000Z')), 'attention');
    assert.match(JSON.stringify(look('2026-11-24T14:00:00.000Z')), /First reply overdue.*since \{\{TIME/);
  });

  it('shows what a customer wrote as text, never as a link, a heading, a mention or a date', () => {
    const hostile =
      '# [Sign in](https://evil.example) <at>Sofia Marin</at> **now** {{DATE(2020-01-01T00:00:00Z, LONG)}} <img src=x onerror=alert(1)>';
    const value = aCardCase({
      ...analysed,
      subject: hostile,
      summary: hostile,
      customer: { email: 'x@example.com', name: hostile },
      category: '[own](https://evil.example)',
      ai: { engine: 'local', confidence: 0.5, needsReview: false, reasons: [hostile] },
    });
    const card = caseCard({ case: value, openUrl });
    const { text, links, html, faults } = draw(card);
    assert.deepEqual(faults, []);
    assert.deepEqual(links, []);
    assert.ok(!html.includes('<h1>') && !html.includes('<img') && !html.includes('<b>'));
    assert.ok(text.includes('[Sign in](https://evil.example) <at>Sofia Marin</at> **now** { {DATE(2020'));
    assert.ok(text.includes('High: # [Sign in](https://evil.example)'), text);
    assert.ok(!('msteams' in card));
  });

  it('says the case in one full sentence where cards cannot be drawn', () => {
    assert.equal(
      caseSentence(aCardCase({ status: 'in_progress', assignee: jonas.id, priority: 'urgent' })),
      'HC-1042, Water is coming through the ceiling in flat 3B, from Nadia Haddad: urgent, in progress, Jonas Weber has it.',
    );
  });
});

describeWithShared('The card of a case, by the official schema', () => {
  for (const status of caseStatuses) {
    it(`is valid and can be drawn when ${status.replaceAll('_', ' ')}`, () => {
      for (const priority of priorities) {
        for (const at of ['2026-11-24T13:10:00.000Z', '2026-11-24T13:45:00.000Z', '2026-11-30T13:00:00.000Z']) {
          for (const assignee of [null, jonas.id]) {
            const ended = status === 'resolved' || status === 'closed';
            const fields = { ...analysed, status, priority, assignee, resolvedAt: ended ? at : null };
            const card = caseCard({ case: aCardCase(fields, { at }), openUrl, notice: 'Nothing was changed.' });
            assert.deepEqual(cardFaults(card), []);
            assert.deepEqual(draw(card).faults, []);
            const actions = card.actions ?? [];
            assert.ok(actions.length <= 4 && actions.at(-1)?.title === 'Open');
          }
        }
      }
    }).timeout(20_000);
  }

  it('is valid for a case about which little is known', () => {
    const bare = aCardCase({ subject: '', summary: '', customer: { email: 'x@example.com', name: '' }, mailbox: null });
    const card = caseCard({ case: bare, openUrl });
    assert.deepEqual(cardFaults(card), []);
    assert.match(draw(card).text, /No subject.*x@example\.com/);
  });
});
