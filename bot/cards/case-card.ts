import type { Case } from '../../backend/contracts/case.ts';
import { clockNames } from '../../backend/contracts/clock-words.ts';
import { categoryWord, priorityWords, statusWords } from '../../backend/contracts/words.ts';
import { caseBand } from './case-band.ts';
import { type ButtonView, caseActions, refreshAction } from './case-verbs.ts';
import type { AdaptiveCard, Element, Facts } from './elements.ts';
import { instant } from './instants.ts';
import { band, card, sentence } from './parts.ts';
import { line, plain } from './plain.ts';

/** `openUrl` is where the tab shows the case, `from` the list it was opened from. */
export interface CaseCardView extends ButtonView {
  /** A sentence to the person who just asked for something, such as why nothing was done. Our own words. */
  notice?: string;
  /** Teams' ids of those who see the card their own way. */
  viewers?: readonly string[];
}

/** The card of one case: the same wherever it stands, rewritten in place as the case goes on. */
export function caseCard(view: CaseCardView): AdaptiveCard {
  const { case: value, notice } = view;
  const ended = value.status === 'resolved' || value.status === 'closed';
  return card({
    sentence: caseSentence(value),
    refresh: refreshAction(value),
    viewers: view.viewers,
    body: [
      band(caseBand(value)),
      ...headline(value),
      ...(ended ? [] : [...summary(value), facts(value), ...holder(value)]),
      ...(notice === undefined ? [] : [sentence(notice, { weight: 'bolder' })]),
    ],
    actions: caseActions(view),
  });
}

/** The case in one full sentence, for notifications and clients without cards. */
export function caseSentence(value: Case): string {
  const holder = value.assigneeName === null ? 'nobody has it yet' : `${line(value.assigneeName, 80)} has it`;
  const words = `${priorityWords[value.priority].toLowerCase()}, ${statusWords[value.status].toLowerCase()}`;
  return `${value.number}, ${line(value.subject, 120)}, from ${customer(value)}: ${words}, ${holder}.`;
}

function headline(value: Case): Element[] {
  const subject = line(value.subject, 200) || 'No subject';
  const sized = { type: 'TextRun', text: subject, weight: 'bolder', size: 'medium' } as const;
  return [
    { type: 'RichTextBlock', inlines: [sized], spacing: 'medium' },
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: factLine(value), isSubtle: true, size: 'small' }],
      spacing: 'none',
    },
  ];
}

/** A new case's band already shows its number, so its line says where it came from. */
function factLine(value: Case): string {
  const fresh = caseBand(value).right === value.number;
  const parts = fresh
    ? [customer(value), value.mailbox === null ? null : `to ${line(value.mailbox, 80)}`]
    : [
        value.number,
        priorityWords[value.priority],
        customer(value),
        value.assigneeName && line(value.assigneeName, 80),
      ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function customer(value: Case): string {
  return line(value.customer.name, 80) || line(value.customer.email, 80);
}

function summary(value: Case): Element[] {
  const text = line(value.summary, 400);
  return text === '' ? [] : [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }];
}

function facts(value: Case): Facts {
  const reason = value.ai?.reasons[0];
  const priority = priorityWords[value.priority];
  const rows = [
    { title: 'Priority', value: reason === undefined ? priority : `${priority}: ${plain(reason, 120)}` },
    { title: 'Category', value: plain(categoryWord(value.category), 60) + (value.complaint ? ', complaint' : '') },
    ...dueFacts(value),
    ...(value.ai === null ? [] : [{ title: 'Analyst', value: analystWords(value.ai) }]),
  ];
  return { type: 'FactSet', facts: rows };
}

/** What is still owed, as instants: a posted card does not tick. */
function dueFacts({ sla, updatedAt }: Case): Facts['facts'] {
  return (['firstResponse', 'nextResponse', 'resolution'] as const).flatMap((name) => {
    const { due, state } = sla[name];
    if (due === null || (state !== 'ok' && state !== 'at_risk' && state !== 'breached')) return [];
    const since = state === 'breached' ? 'overdue since' : 'due';
    return [{ title: clockNames[name], value: `${since} ${instant(due, updatedAt)}` }];
  });
}

function analystWords(ai: NonNullable<Case['ai']>): string {
  if (ai.needsReview) return 'Not sure. Check category and priority.';
  return `${Math.round(ai.confidence * 100)} % sure, ${ai.engine === 'openai' ? 'OpenAI' : 'local engine'}`;
}

function holder(value: Case): Element[] {
  if (value.assigneeName === null) return [];
  return [sentence(`${plain(value.assigneeName, 80)} has it.`)];
}
