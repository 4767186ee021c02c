import type { Case } from '../../backend/contracts/case.ts';
import { clockNames, leadingClock } from '../../backend/contracts/clock-words.ts';
import { priorityWords } from '../../backend/contracts/words.ts';
import { type ListPlace, pageAction, showAction } from './case-verbs.ts';
import type { Action, AdaptiveCard, Columns, TextBlock } from './elements.ts';
import { instant } from './instants.ts';
import { card, sentence, title } from './parts.ts';
import { line } from './plain.ts';

export interface ListCardView {
  /** Such as `Open cases`; our own words, or `plain()` text. */
  heading: string;
  items: Case[];
  /** Exact number of cases that fit. */
  total: number;
  place: ListPlace;
  /** Cursor of the next page, absent on the last. */
  next?: string | undefined;
  /** The dashboard's list. */
  openUrl: string;
}

/** Priority in ink: a shape with its word, never a colour. */
const shapes: Record<Case['priority'], string> = { critical: '■', urgent: '▲▲', high: '▲', medium: '–', low: '▽' };

/** Cases by the clock that runs out next, one line each; pressing a line shows the case. */
export function listCard(view: ListCardView): AdaptiveCard {
  const { heading, items, total } = view;
  return card({
    sentence: total === 0 ? `${heading}: none.` : `${heading}: ${total}.`,
    body: [
      title(heading),
      sentence(countWords(view), { isSubtle: true, size: 'small', spacing: 'none' }),
      ...items.map((value, row) => caseRow(value, view.place, row > 0)),
    ],
    actions: listActions(view),
  });
}

function countWords({ items, total, place }: ListCardView): string {
  if (total === 0) return 'Nothing is due here.';
  if (items.length === total)
    return total === 1 ? '1 case, press it to see more.' : `${total} cases, ${orderWords(place)} first.`;
  return place.after === undefined
    ? `${items.length} of ${total}, ${orderWords(place)} first.`
    : `${items.length} more of ${total}.`;
}

function orderWords({ search }: ListPlace): string {
  return search === true ? 'what fits best' : 'the next due';
}

function listActions({ next, place, openUrl, total }: ListCardView): Action[] {
  const more = next === undefined ? [] : [pageAction('More', { ...place, after: next }, 'positive')];
  const { after, ...beginning } = place;
  const first = after === undefined ? [] : [pageAction('First page', beginning)];
  const all = total === 0 && place.words !== '' ? [pageAction('All open cases', { words: '' }, 'positive')] : [];
  return [...more, ...first, ...all, { type: 'Action.OpenUrl', title: 'Open', url: openUrl }];
}

function caseRow(value: Case, place: ListPlace, separator: boolean): Columns {
  const subject = line(value.subject, 90) || 'No subject';
  const who = value.assigneeName === null ? 'nobody yet' : line(value.assigneeName, 60);
  const facts = `${shapes[value.priority]} ${priorityWords[value.priority]} · ${line(value.customer.name, 60)} · ${who}`;
  return {
    type: 'ColumnSet',
    separator,
    selectAction: showAction(value, place),
    columns: [
      { type: 'Column', width: '70px', items: [sentence(value.number, { isSubtle: true })] },
      {
        type: 'Column',
        width: 'stretch',
        items: [
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: subject }] },
          {
            type: 'RichTextBlock',
            inlines: [{ type: 'TextRun', text: facts, isSubtle: true, size: 'small' }],
            spacing: 'none',
          },
        ],
      },
      { type: 'Column', width: 'auto', items: [clockText(value)] },
    ],
  };
}

const alarm = { weight: 'bolder' } as const;

function clockText(value: Case): TextBlock {
  const leading = leadingClock(value.sla);
  const right = { horizontalAlignment: 'right' } as const;
  if (leading === null) return sentence('nothing due', { ...right, isSubtle: true });
  const { name, clock } = leading;
  if (clock.due === null) return sentence(`${clockNames[name]} paused`, { ...right, isSubtle: true });
  const due = instant(clock.due, value.updatedAt);
  if (clock.state === 'breached') return sentence(`overdue since ${due}`, { ...right, ...alarm, color: 'attention' });
  if (clock.state === 'at_risk') return sentence(`at risk, due ${due}`, { ...right, ...alarm });
  return sentence(`due ${due}`, right);
}
