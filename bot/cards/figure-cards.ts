import type { Case } from '../../backend/contracts/case.ts';
import { clockNames } from '../../backend/contracts/clock-words.ts';
import { metrics } from '../../backend/contracts/metric-catalogue.ts';
import { dialogAction, pageAction, sayAction, showAction } from './case-verbs.ts';
import type { AdaptiveCard, Column, Element, Picture } from './elements.ts';
import { instant } from './instants.ts';
import { asWritten, card, openDashboard, sentence, title } from './parts.ts';
import { line, plain } from './plain.ts';

export interface Figure {
  name: keyof typeof metrics;
  value: string;
  /** Such as `+16 to the week before`; empty where there is nothing to compare with. */
  change: string;
}

export interface StatsView {
  heading: string;
  /** Whose figures, and of when. */
  scope: string;
  figures: Figure[];
  /** How created and resolved went, as numbers for those who see no picture. */
  chart: { picture: Picture; rows: { title: string; value: string }[] } | null;
  delayed: Case[];
  openUrl: string;
}

/** Figures of a period: three in a line, a chart with its numbers, and what is most delayed. */
export function statsCard(view: StatsView): AdaptiveCard {
  const { heading, scope, figures, chart, delayed, openUrl } = view;
  return card({
    sentence: `${heading}. ${figures.map(({ name, value }) => `${metrics[name].name} ${value}`).join(', ')}.`,
    body: [
      title(heading),
      sentence(plain(scope, 200), { isSubtle: true, spacing: 'none' }),
      ...figureRows(figures.map(({ name, value, change }) => ({ label: metrics[name].name, value, change }))),
      ...(chart === null ? [] : [chart.picture, { type: 'FactSet', facts: chart.rows, spacing: 'small' } as const]),
      ...(delayed.length === 0
        ? []
        : [sentence('Most delayed', { weight: 'bolder', spacing: 'medium' }), ...delayed.map(delayedRow)]),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open dashboard', url: openUrl },
      pageAction('Show overdue', { words: 'overdue' }),
      sayAction('This week', 'stats this week'),
      sayAction('Settings', 'settings'),
    ],
  });
}

interface LabelledFigure {
  label: string;
  value: string;
  change: string;
}

/** Figures, three in a line. */
export function figureRows(figures: readonly LabelledFigure[]): Element[] {
  return inThrees(figures).map((row) => ({ type: 'ColumnSet', columns: row.map(figureColumn), spacing: 'medium' }));
}

function figureColumn({ label, value, change }: LabelledFigure): Column {
  return {
    type: 'Column',
    width: 'stretch',
    items: [
      sentence(label, { isSubtle: true, size: 'small' }),
      sentence(value, { weight: 'bolder', size: 'large', spacing: 'none' }),
      ...(change === '' ? [] : [sentence(change, { isSubtle: true, size: 'small', spacing: 'none' })]),
    ],
  };
}

function delayedRow(value: Case): Element {
  const due = [value.sla.firstResponse, value.sla.nextResponse, value.sla.resolution].find(
    ({ state }) => state === 'breached',
  )?.due;
  return {
    type: 'ColumnSet',
    selectAction: showAction(value, { words: 'overdue' }),
    columns: [
      { type: 'Column', width: '70px', items: [sentence(value.number, { isSubtle: true })] },
      { type: 'Column', width: 'stretch', items: [asWritten(line(value.subject, 90) || 'No subject')] },
      {
        type: 'Column',
        width: 'auto',
        items:
          due == null
            ? []
            : [
                sentence(`since ${instant(due, value.updatedAt)}`, {
                  weight: 'bolder',
                  color: 'attention',
                  horizontalAlignment: 'right',
                }),
              ],
      },
    ],
  };
}

function inThrees<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 3) }, (_, i) => all.slice(i * 3, i * 3 + 3));
}

export interface ClockView {
  name: keyof typeof clockNames;
  /** What was promised and how it stands, in words with instants. */
  says: string;
  /** Up to five lines of the ledger: cause and amount. */
  lines: { title: string; value: string }[];
}

/** Why a case's due times are what they are. */
export function slaCard(view: {
  case: Case;
  policy: string;
  calendar: string;
  clocks: ClockView[];
  openUrl: string;
}): AdaptiveCard {
  const { case: value, policy, calendar, clocks, openUrl } = view;
  return card({
    sentence: `${value.number}: ${clocks.length === 0 ? 'nothing is promised' : clocks.map(({ name }) => clockNames[name]).join(', ')}.`,
    body: [
      title(`Clocks of ${value.number}`),
      asWritten(line(value.subject, 120) || 'No subject', {}, 'none'),
      sentence(plain(`${policy}, ${calendar}`, 200), { isSubtle: true, size: 'small', spacing: 'none' }),
      ...(clocks.length === 0 ? [sentence('Nothing is promised for this case.')] : clocks.flatMap(clockElements)),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open ledger', url: openUrl },
      ...clocks.slice(0, 1).map(({ name }) => dialogAction('Extend…', 'extend', { ref: value.id, clock: name })),
      showAction(value, { words: '' }),
    ],
  });
}

function clockElements({ name, says, lines }: ClockView): Element[] {
  return [
    sentence(clockNames[name], { weight: 'bolder', spacing: 'medium' }),
    sentence(says, { spacing: 'none' }),
    ...(lines.length === 0 ? [] : [{ type: 'FactSet', facts: lines, spacing: 'small' } as const]),
  ];
}

export interface RosterView {
  heading: string;
  people: {
    name: string;
    load: number;
    capacity: number | null /** Why they can take nothing now, or null. */;
    away: string | null;
  }[];
  openUrl: string;
}

/** Who works now, those with least to do first. */
export function rosterCard({ heading, people, openUrl }: RosterView): AdaptiveCard {
  const here = people.filter(({ away }) => away === null);
  return card({
    sentence: `${heading}: ${here.length} of ${people.length} can take cases now.`,
    body: [
      title(heading),
      sentence(`${here.length} of ${people.length} can take cases now.`, { isSubtle: true, spacing: 'none' }),
      {
        type: 'FactSet',
        facts: people.slice(0, 20).map(({ name, load, capacity, away }) => ({
          title: line(name, 60),
          value: away === null ? cases(load, capacity) : `${plain(away, 80)}, ${cases(load, capacity)}`,
        })),
      },
    ],
    actions: [sayAction('Queue', 'queue', 'positive'), sayAction('At risk', 'at risk'), openDashboard(openUrl)],
  });
}

function cases(load: number, capacity: number | null): string {
  return `${load} open ${load === 1 ? 'case' : 'cases'}${capacity === null ? '' : ` of at most ${capacity}`}`;
}

export interface AnswerView {
  /** The figure with its name. */
  heading: string;
  /** How the question was understood, in a sentence. */
  text: string;
  /** What else is to be known; empty for nothing. */
  understood: string;
  /** The figure by group, where it was asked for. */
  rows: { title: string; value: string }[];
  items: Case[];
  /** How many cases there are behind it. */
  total: number;
  openUrl: string;
}

/** A figure, how its question was understood, and the cases behind it. */
export function answerCard({ heading, text, understood, rows, items, total, openUrl }: AnswerView): AdaptiveCard {
  return card({
    sentence: `${heading}. ${text.replace(/[.?]?$/, '.')}`,
    body: [
      title(plain(heading, 200)),
      sentence(plain(text, 600), { isSubtle: true, spacing: 'none' }),
      ...(understood === '' ? [] : [sentence(plain(understood, 300), { isSubtle: true, size: 'small' })]),
      ...(rows.length === 0
        ? []
        : [
            {
              type: 'FactSet' as const,
              facts: rows.map((row) => ({ title: line(row.title, 60), value: plain(row.value, 60) })),
            },
          ]),
      ...(items.length === 0
        ? []
        : [
            sentence(total === 1 ? 'The case behind it' : `The next due of ${total} cases behind it`, {
              weight: 'bolder',
              spacing: 'medium',
            }),
          ]),
      ...items.map(delayedRow),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open', url: openUrl },
      sayAction('Stats', 'stats today'),
      sayAction('Help', 'help'),
    ],
  });
}
