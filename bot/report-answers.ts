import type { ReportAnswer, ReportLine } from '../backend/contracts/report.ts';
import type { Actor } from '../backend/domain/access/actor.ts';
import { presentRun } from '../backend/present/present-report.ts';
import type { Answer, AnswerDeps, Asking } from './asking.ts';
import type { AdaptiveCard, Picture } from './cards/elements.ts';
import { line, plain } from './cards/plain.ts';
import { reportCard } from './cards/report-card.ts';
import { barPicture } from './chart-picture.ts';
import { phraseKey } from './commands/tokens.ts';
import { changeWords, valueWords } from './figure-words.ts';
import { answerUnclear } from './guide-answers.ts';
import { reportUrl } from './links.ts';

const mostRows = 12;
const mostBars = 31;

type Saved = Awaited<ReturnType<Asking['app']['getReport']>>['value'];

/** Runs the saved report of that name, as the one who asks may see it; without a name it asks which. */
export async function answerReport(asking: Asking, name: string): Promise<Answer> {
  const all = (await asking.app.listReports(asking.actor)).map(({ value }) => value);
  if (all.length === 0) {
    return answerUnclear(asking, {
      unclear: 'No report is saved yet. Reports are put together on the tab; these figures I have here.',
      offers: ['stats this week', 'stats last month', 'at risk'],
    });
  }
  const [only, ...others] = reportsNamed(all, name);
  if (only !== undefined && others.length === 0) return show(asking, only);
  const fitting = only === undefined ? all : [only, ...others];
  const why =
    name === '' ? '' : only === undefined ? `I know no report ${name}. ` : `Several are called like ${name}. `;
  const names = fitting.slice(0, 12).map((report) => report.name);
  return answerUnclear(asking, {
    unclear: `${why}Which report shall I run? There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`,
    offers: names.slice(0, 4).map((one) => `report ${one}`),
  });
}

/** By its whole name, by how it begins, or by a part of it: the first of these by which any fits. */
function reportsNamed(all: readonly Saved[], name: string): Saved[] {
  const key = phraseKey(name);
  if (key === '') return [];
  const ways: ((one: string) => boolean)[] = [
    (one) => one === key,
    (one) => one.startsWith(key),
    (one) => one.includes(key),
  ];
  const found = ways.map((fits) => all.filter((report) => fits(phraseKey(report.name))));
  return found.find((some) => some.length > 0) ?? [];
}

async function show(asking: Asking, report: Saved): Promise<Answer> {
  return { kind: 'card', card: await reportFigures(asking, asking.actor, report) };
}

/** A saved report with its figures of this moment, as `actor` may see them: the same in answers and by schedule. */
export async function reportFigures(
  { app, publicUrl }: AnswerDeps,
  actor: Actor,
  { id, name, question }: Saved,
): Promise<AdaptiveCard> {
  const [run, names] = await Promise.all([app.askReport(actor, question), app.groupNames(question.by)]);
  const answer = presentRun(run, question, names);
  const { columns, lines, total } = answer;
  return reportCard({
    name,
    from: answer.from,
    to: answer.to,
    by: answer.by === 'time' ? (answer.interval ?? 'time') : answer.by,
    figures: columns.map(({ name: label, unit }, i) => ({
      label,
      value: valueWords(total.measured[i]?.value ?? null, unit),
      change: changeWords(total.measured[i]?.value ?? null, total.before?.[i]?.value ?? null, unit),
    })),
    picture: pictureOf(answer),
    rows: lines.slice(0, mostRows).map((one) => ({ title: line(one.name, 60), value: rowWords(columns, one) })),
    more: Math.max(0, lines.length - mostRows),
    openUrl: reportUrl(publicUrl, id),
  });
}

/** The first measure alone, for others may be of another unit. */
function pictureOf({ columns, lines }: ReportAnswer): Picture | null {
  const values = lines.slice(0, mostBars).map(({ measured }) => measured[0]?.value ?? 0);
  const [first] = columns;
  if (first === undefined || values.length < 2) return null;
  const altText = `Bars of ${first.name}, one for each line. The numbers stand below.`;
  return {
    type: 'Image',
    url: barPicture(values.map((value) => [value])),
    altText,
    size: 'stretch',
    spacing: 'medium',
  };
}

function rowWords(columns: ReportAnswer['columns'], { measured }: ReportLine): string {
  const words = columns.map(({ name, unit }, i) => {
    const value = valueWords(measured[i]?.value ?? null, unit);
    return columns.length === 1 ? value : `${name} ${value}`;
  });
  return plain(words.join(' · '), 200);
}
