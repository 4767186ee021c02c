import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalAnalyst } from '../backend/adapters/local-analyst/local-analyst.ts';
import type { Analysis } from '../backend/domain/triage/analysis.ts';
import { summarise } from '../backend/domain/triage/summary.ts';
import { type Asked, asked, type Judged, tableOf } from './asked.ts';
import { isMislabelled } from './mislabelled.ts';
import { type PublicRow, publicRows } from './public-rows.ts';
import { type Example, heldOutMails } from './seed-mails.ts';
import { summaryMails } from './summary-mails.ts';
import { unseenSources } from './unseen.ts';

/**
 * npm run eval -- rows.jsonl.gz …: measures the shipped engine on labelled rows and on the mails that were held out, and
 * writes the figures into docs/analyst.md, between its two marks.
 */
const page = path.join(import.meta.dirname, '..', 'docs', 'analyst.md');
const marks = ['<!-- measured -->', '<!-- /measured -->'] as const;

async function evaluate(files: string[]): Promise<void> {
  const times: number[] = [];
  const rows = files.flatMap(publicRows);
  const others = await judge(rows.filter(({ shippable }) => !shippable));
  const own = await judge(heldOutMails());
  const mislabelled = others.filter(({ row }) => isMislabelled(row));
  const lines = [
    '### Mails by other authors, never trained on',
    '',
    ...tableOf([...groups(others), ['all of them', others]], [asked.category]),
    '',
    ...tableOf([['all of them', others]], [asked.category], 'labels'),
    '',
    sureLine(others),
    '',
    '### Language',
    '',
    ...tableOf(
      [
        ['as labelled', others],
        [`without ${mislabelled.length} whose label is wrong`, others.filter((one) => !mislabelled.includes(one))],
        ['held-out mails of our own', own],
      ],
      [asked.language],
    ),
    '',
    `A label counts as wrong where the mail has small words of another language and none of the one it is labelled as.`,
    '',
    '### Held-out mails of our own, in manners of writing that no seed has',
    '',
    ...tableOf([['all', own]], [asked.category, asked.complaint, asked.mood, asked.priority]),
    '',
    ...tableOf([['all', own]], [asked.category, asked.complaint, asked.mood, asked.priority], 'labels'),
    '',
    priorityLine(own),
    sureLine(own),
    '',
    '### Public sets, by models that had not seen their source',
    '',
    ...unseenSources(rows),
    '',
    '### Summaries',
    '',
    summaryLine(),
    '',
    `Time a mail: median ${quantile(times, 0.5)} ms, 95 % below ${quantile(times, 0.95)} ms, on a busy machine.`,
  ];
  console.log(lines.join('\n'));
  const text = readFileSync(page, 'utf8');
  const [before, rest] = [text.split(marks[0])[0], text.split(marks[1])[1]];
  writeFileSync(page, `${before}${marks[0]}\n\n${lines.join('\n')}\n\n${marks[1]}${rest}`);

  async function judge<Row extends Example>(mails: Row[]): Promise<{ row: Row; said: Analysis }[]> {
    const analyst = createLocalAnalyst();
    const judged: { row: Row; said: Analysis }[] = [];
    for (const row of mails) {
      const started = performance.now();
      judged.push({ row, said: await analyst.analyse(row, 1_000) });
      times.push(performance.now() - started);
    }
    return judged;
  }
}

function groups(judged: { row: PublicRow; said: Analysis }[]): [string, Judged[]][] {
  const found = new Map<string, Judged[]>();
  for (const one of judged) {
    const name = one.row.source
      .replace(/^tobi.*/, 'tobi-bueck (5 sets)')
      .replace(/^nlbse.*/, 'GitHub issues (nlbse24)');
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return [...found];
}

function sureLine(judged: Judged[]): string {
  const known = judged.filter(({ row }) => row.category !== undefined);
  const sure = known.filter(({ said }) => !said.needsReview);
  const right = sure.filter(({ row, said }) => row.category === said.category).length;
  return `${share(sure.length, known.length)} were not marked for review; of those ${share(right, sure.length)} had the right category.`;
}

function priorityLine(judged: Judged[]): string {
  const { near, recall, n } = priorityFigures(judged, asked.priority);
  return `Of ${n} priorities ${near} were right or one of three levels off; of those wanted high or above ${recall} were called so.`;
}

function priorityFigures(judged: Judged[], { wanted, got }: Asked) {
  const levels = ['low', 'medium', 'high'];
  const pairs = judged.map((one) => [levels.indexOf(wanted(one.row) ?? ''), levels.indexOf(got(one.said))] as const);
  const near = pairs.filter(([want, said]) => Math.abs(want - said) <= 1).length;
  const pressing = pairs.filter(([want]) => want === 2);
  const told = pressing.filter(([, said]) => said === 2).length;
  return { n: pairs.length, near: share(near, pairs.length), recall: share(told, pressing.length) };
}

function summaryLine(): string {
  const told = summaryMails.map(({ facts, ask, ...mail }) => {
    const summary = summarise(mail);
    return {
      facts: facts.length,
      kept: facts.filter((fact) => summary.includes(fact)).length,
      asks: summary.includes(ask),
    };
  });
  const total = (of: 'facts' | 'kept') => told.reduce((sum, one) => sum + one[of], 0);
  const asks = told.filter((one) => one.asks).length;
  return `Of ${total('facts')} numbers, dates and sums in ${told.length} mails of our own ${total('kept')} stand in the summary; it says what is asked in ${asks}.\nThe choice of sentences was made with these same mails in view, so expect less of others.`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}

function quantile(values: number[], at: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * at)] ?? 0).toFixed(2);
}

const rowFiles = process.argv.slice(2);
if (rowFiles.length === 0) {
  // Without them most figures of the page would be lost.
  console.error('Name the files of labelled rows: npm run eval -- rows.jsonl.gz …');
  process.exit(1);
}
await evaluate(rowFiles);
