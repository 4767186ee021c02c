import type { Case } from '../../backend/contracts/case.ts';
import { clockNames } from '../../backend/contracts/clock-words.ts';
import { priorityWords } from '../../backend/contracts/words.ts';
import { dialogAction } from './case-verbs.ts';
import type { Action, AdaptiveCard, BandStyle, Execute } from './elements.ts';
import { amount, instant } from './instants.ts';
import { asWritten, type Band, band, card, execute, sentence } from './parts.ts';
import { line, plain } from './plain.ts';
import type { CardVerb } from './verbs.ts';

type ClockName = keyof typeof clockNames;

/** Where the clock of an alert stands. Instants are RFC 3339, UTC. */
export type AlertState =
  | { kind: 'at_risk' | 'overdue'; due: string }
  | { kind: 'paused'; status: string }
  /** It was answered or resolved; `due` null when nobody knows any more. */
  | { kind: 'settled'; at: string | null; due: string | null }
  /** The promise was moved, so that the clock is in time again. */
  | { kind: 'eased'; due: string };

export interface AlertView {
  case: Case;
  clock: ClockName;
  /** When the run of the clock began. */
  since: string;
  state: AlertState;
  targetMinutes: number | null;
  usedMinutes: number;
  /** Why more time was given, newest last. */
  extensions: { minutes: number; reason: string }[];
  /** Who is on it. */
  acknowledged: { name: string; at: string; byViewer: boolean } | null;
  snoozed: { until: string; name: string } | null;
  /** When the next step follows, if nothing happens. */
  nextStepAt: string | null;
  /** A sentence to the person who just pressed a button. */
  notice?: string | undefined;
  /** Agent id of whoever sees it; absent for the card that stands for all. */
  viewer?: string | undefined;
  mayExtend: boolean;
  openUrl: string;
  viewers?: readonly string[];
}

/** One clock of one case that needs somebody: the same card from at risk to overdue to answered. */
export function alertCard(view: AlertView): AdaptiveCard {
  const { case: value, state, notice, viewers } = view;
  const over = isOver(state);
  return card({
    sentence: alertSentence(view),
    refresh: alertAction(view, 'Refresh', 'alert.refresh'),
    viewers,
    body: [
      band(bandOf(view)),
      asWritten(line(value.subject, 200) || 'No subject', { weight: 'bolder', size: 'medium' }, 'medium'),
      asWritten(factLine(value), { isSubtle: true, size: 'small' }, 'none'),
      ...(over ? [sentence(endWords(view))] : [sentence(whyWords(view)), ...extensionWords(view), ...attention(view)]),
      ...(notice === undefined ? [] : [sentence(plain(notice, 300), { weight: 'bolder' })]),
    ],
    actions: actionsOf(view),
  });
}

/** Nothing needs doing, for now or for good. */
function isOver({ kind }: AlertState): boolean {
  return kind === 'settled' || kind === 'eased' || kind === 'paused';
}

function bandOf({ case: value, clock, state }: AlertView): Band {
  const name = clockNames[clock];
  const near = value.updatedAt;
  switch (state.kind) {
    case 'at_risk':
      return { style: 'warning', state: `${name} at risk`, right: `due ${instant(state.due, near)}` };
    case 'overdue':
      return { style: 'attention', state: `${name} overdue`, right: `since ${instant(state.due, near)}` };
    case 'paused':
      return { style: 'emphasis', state: `${name} stands still`, right: state.status };
    case 'eased':
      return { style: 'good', state: `${name} in time again`, right: `due ${instant(state.due, near)}` };
    case 'settled':
      return settledBand(clock, state);
  }
}

function settledBand(clock: ClockName, { at, due }: Extract<AlertState, { kind: 'settled' }>): Band {
  const word = clock === 'resolution' ? 'Resolved' : 'Answered';
  if (at === null || due === null) return { style: 'good', state: word, right: '' };
  const left = Date.parse(due) - Date.parse(at);
  const style: BandStyle = left >= 0 ? 'good' : 'emphasis';
  const right = left >= 0 ? `${amount(left, 'down')} to spare` : `${amount(-left, 'up')} late`;
  return { style, state: left >= 0 ? `${word} in time` : `${word} late`, right };
}

function factLine(value: Case): string {
  const who = line(value.customer.name, 80) || line(value.customer.email, 80);
  return [
    value.number,
    priorityWords[value.priority],
    who,
    value.assigneeName === null ? 'nobody has it yet' : line(value.assigneeName, 80),
  ].join(' · ');
}

function whyWords({ case: value, clock, since, targetMinutes, usedMinutes }: AlertView): string {
  const began = instant(since, value.updatedAt);
  const cause = {
    firstResponse: `it came at ${began} and nobody has answered yet`,
    nextResponse: `the mail of ${began} is not answered`,
    resolution: `it came at ${began} and is not resolved`,
  }[clock];
  const target =
    targetMinutes === null
      ? ''
      : ` Target ${amount(targetMinutes * 60_000, 'up')}, ${amount(usedMinutes * 60_000, 'up')} used.`;
  return `**Why now:** ${cause}.${target}`;
}

function extensionWords({ extensions }: AlertView) {
  return extensions
    .slice(-2)
    .map(({ minutes, reason }) =>
      sentence(`Extended by ${amount(minutes * 60_000, 'up')}: ${plain(reason, 200)}`, { spacing: 'small' }),
    );
}

function attention({ case: value, acknowledged, snoozed, nextStepAt }: AlertView) {
  const near = value.updatedAt;
  const words = [
    ...(acknowledged === null
      ? []
      : [`${plain(acknowledged.name, 80)} is on it since ${instant(acknowledged.at, near)}.`]),
    ...(snoozed === null ? [] : [`${plain(snoozed.name, 80)} is reminded at ${instant(snoozed.until, near)}.`]),
    ...(nextStepAt === null ? [] : [`Next step at ${instant(nextStepAt, near)}.`]),
  ];
  return words.length === 0 ? [] : [sentence(words.join(' '))];
}

function endWords({ case: value, state, clock }: AlertView): string {
  if (state.kind === 'eased')
    return 'More time was given, or the promise is another one now. Nothing needs doing here.';
  if (state.kind === 'paused') return 'The clock goes on when the case does.';
  if (state.kind !== 'settled' || state.at === null) return 'Nothing is owed here any more.';
  const who = value.assigneeName === null ? '' : ` ${plain(value.assigneeName, 80)} has it.`;
  return `${clock === 'resolution' ? 'Resolved' : 'Answered'} at ${instant(state.at, value.updatedAt)}.${who}`;
}

function actionsOf(view: AlertView): Action[] {
  const { case: value, clock, state, acknowledged, snoozed, viewer, mayExtend, openUrl } = view;
  const open: Action = { type: 'Action.OpenUrl', title: 'Open', url: openUrl };
  if (isOver(state) || value.status === 'closed') return [open];
  const ref = { ref: value.id, clock };
  const first =
    value.assignee === null || (value.assignee !== viewer && state.kind === 'overdue')
      ? alertAction(view, value.assignee === null ? 'Take it' : 'Take over', 'alert.take', {
          seen: { status: value.status, assignee: value.assignee },
        })
      : acknowledged === null
        ? alertAction(view, "I'm on it", 'alert.acknowledge')
        : dialogAction('Reply…', 'reply', ref);
  const second: Action =
    mayExtend || viewer === undefined ? dialogAction('Extend…', 'extend', ref) : dialogAction('Reply…', 'reply', ref);
  const snooze = snoozed === null ? [alertAction(view, 'Snooze 30 min', 'alert.snooze', { minutes: 30 })] : [];
  return [{ ...first, style: 'positive' }, ...(second.title === first.title ? [] : [second]), ...snooze, open];
}

function alertAction(
  { case: value, clock, since }: AlertView,
  title: string,
  verb: CardVerb,
  more: Record<string, unknown> = {},
): Execute {
  return execute(title, verb, { ref: value.id, clock, since: Date.parse(since), ...more });
}

/** The alert in one full sentence. */
export function alertSentence({ case: value, clock, state }: AlertView): string {
  const name = clockNames[clock].toLowerCase();
  const words = {
    at_risk: `${name} is at risk`,
    overdue: `${name} is overdue`,
    paused: `${name} stands still`,
    settled: `${name} is done`,
    eased: `${name} is in time again`,
  }[state.kind];
  return `${value.number}, ${line(value.subject, 120) || 'no subject'}: ${words}.`;
}
