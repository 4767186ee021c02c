import { sayAction } from './case-verbs.ts';
import type { AdaptiveCard, Picture } from './elements.ts';
import { figureRows } from './figure-cards.ts';
import { day } from './instants.ts';
import { card, sentence, title } from './parts.ts';
import { line, plain } from './plain.ts';

export interface ReportView {
  /** As its owner called it. */
  name: string;
  /** RFC 3339, UTC; `to` is not included. */
  from: string;
  to: string;
  /** What the lines are, such as `team`. */
  by: string;
  /** Over all cases. */
  figures: { label: string; value: string; change: string }[];
  picture: Picture | null;
  rows: { title: string; value: string }[];
  /** How many lines there are beyond the rows. */
  more: number;
  openUrl: string;
}

/** A saved report as it is answered now. Its files are on the tab, where it opens. */
export function reportCard({ name, from, to, by, figures, picture, rows, more, openUrl }: ReportView): AdaptiveCard {
  const last = new Date(Date.parse(to) - 1).toISOString();
  return card({
    sentence: `${line(name, 100)}: ${figures.map(({ label, value }) => `${label} ${value}`).join(', ')}.`,
    body: [
      title(plain(name, 100)),
      sentence(`${day(from)} to ${day(last)}, by ${by}`, { isSubtle: true, spacing: 'none' }),
      ...figureRows(figures),
      ...(picture === null ? [] : [picture]),
      ...(rows.length === 0
        ? [sentence('No case fits.')]
        : [{ type: 'FactSet' as const, facts: rows, spacing: 'small' as const }]),
      ...(more === 0 ? [] : [sentence(`${more} more on the tab.`, { isSubtle: true, size: 'small' })]),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open with files', url: openUrl },
      sayAction('Other reports', 'report'),
      sayAction('This week', 'stats this week'),
    ],
  });
}
