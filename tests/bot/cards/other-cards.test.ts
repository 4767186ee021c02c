import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../bot/cards/elements.ts';
import { errorCard, helpCard, unknownCard, welcomeCard } from '../../../bot/cards/guide-cards.ts';
import { amount } from '../../../bot/cards/instants.ts';
import { listCard } from '../../../bot/cards/list-card.ts';
import { commandTable } from '../../../bot/commands/table.ts';
import { guideOf } from '../../../bot/guide-answers.ts';
import { jonas } from '../../fakes/fixed-directory.ts';
import { cardFaults, draw } from '../../support/card-checks.ts';
import { hasShared } from '../../support/shared.ts';
import { aCardCase } from './a-card-case.ts';

const openUrl = 'https://desk.example/tab/';

function assertSound(card: AdaptiveCard): void {
  if (hasShared) assert.deepEqual(cardFaults(card), []);
  assert.deepEqual(draw(card).faults, []);
  assert.match(card.fallbackText, /^[A-Z].*\.$/);
}

describe('The list card', () => {
  const items = [
    aCardCase({ number: 'HC-1001', priority: 'urgent' }),
    aCardCase({ number: 'HC-1002', assignee: jonas.id }, { at: '2026-11-24T17:00:00.000Z' }),
    aCardCase({ number: 'HC-1003', status: 'awaiting_customer', updatedAt: '2026-11-24T13:07:00.000Z' }),
  ];

  it('has a line for each case with its number, subject, priority and next clock', () => {
    const card = listCard({ heading: 'Open cases', items, total: 3, place: { words: '' }, openUrl });
    assertSound(card);
    const { text } = draw(card);
    assert.match(text, /HC-1001.*▲▲ Urgent · Nadia Haddad · nobody yet.*due/);
    assert.match(text, /HC-1002.*– Medium · Nadia Haddad · Jonas Weber/);
    assert.match(text, /HC-1003.*First reply paused/);
  });

  it('goes on to the next page, and back to the first', () => {
    const view = { heading: 'Open cases: urgent', items, total: 30, openUrl };
    const first = listCard({ ...view, place: { words: 'urgent' }, next: 'c2' });
    assertSound(first);
    assert.deepEqual(
      first.actions?.map(({ title }) => title),
      ['More', 'Open'],
    );
    const second = listCard({ ...view, place: { words: 'urgent', after: 'c2' }, next: 'c3' });
    assert.deepEqual(
      second.actions?.map(({ title }) => title),
      ['More', 'First page', 'Open'],
    );
    const more = second.actions?.[0];
    assert.deepEqual(more?.type === 'Action.Execute' && more.data, { words: 'urgent', after: 'c3' });
  });

  it('says that nothing fits, and offers all open cases', () => {
    const card = listCard({
      heading: 'Open cases: overdue',
      items: [],
      total: 0,
      place: { words: 'overdue' },
      openUrl,
    });
    assertSound(card);
    assert.match(draw(card).text, /Nothing is due here/);
    assert.deepEqual(
      card.actions?.map(({ title }) => title),
      ['All open cases', 'Open'],
    );
  });
});

describe('The cards that guide', () => {
  const view = guideOf({ publicUrl: openUrl }, commandTable);

  it('name every command with an example', () => {
    const card = helpCard(view);
    assertSound(card);
    const shown = commandTable.filter(({ menu }) => menu !== undefined);
    for (const { example } of shown) assert.ok(draw(card).text.includes(example));
  });

  it('greet a channel and a person', () => {
    for (const scope of ['channel', 'personal', 'group'] as const) assertSound(welcomeCard({ ...view, scope }));
  });

  it('repeat what was not understood as plain text', () => {
    const card = unknownCard({ ...view, written: '[x](https://evil.example)' });
    assertSound(card);
    const { text, links } = draw(card);
    assert.ok(text.includes('You wrote “[x](https://evil.example)”'));
    assert.deepEqual(links, []);
    assertSound(unknownCard({ ...view, written: ' ' }));
  });

  it('say what went wrong and lead on', () => {
    const card = errorCard({ heading: 'No answer', text: 'HandyConnect cannot reach its cases.', openUrl });
    assertSound(card);
    assert.ok((card.actions?.length ?? 0) > 0);
  });
});

describe('A settled amount', () => {
  it('is in the long form and never flatters', () => {
    assert.equal(amount(59_999, 'down'), 'under 1 min');
    assert.equal(amount(13 * 60_000 + 59_000, 'down'), '13 min');
    assert.equal(amount(125 * 60_000 + 1, 'up'), '2 h 06 min');
    assert.equal(amount(25 * 3_600_000, 'up'), '2 days');
    assert.equal(amount(25 * 3_600_000, 'down'), '1 day');
  });
});
