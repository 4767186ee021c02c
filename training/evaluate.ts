import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalAnalyst } from '../backend/adapters/local-analyst/local-analyst.ts';
import type { Analysis } from '../backend/domain/triage/analysis.ts';
import { type Figures, figuresOf, type Pair } from './figures.ts';
import { type PublicRow, publicRows } from './public-rows.ts';

/**
 * npm run eval -- rows.jsonl.gz …: measures the shipped engine on labelled rows and writes the figures into the model
 * card, between its two marks. Rows whose source was trained on are told apart from those of other authors.
 */
const card = path.join(import.meta.dirname, '..', 'docs', 'model-card.md');
const marks = ['<!-- measured -->', '<!-- /measured -->'] as const;

interface Judged {
  row: PublicRow;
  said: Analysis;
}

async function evaluate(files: string[]): Promise<void> {
  const analyst = createLocalAnalyst();
  const judged: Judged[] = [];
  const times: number[] = [];
  for (const row of files.flatMap(publicRows)) {
    const started = performance.now();
    judged.push({ row, said: await analyst.analyse(row, 1_000) });
    times.push(performance.now() - started);
  }
  const others = judged.filter(({ row }) => !row.shippable);
  const sets: [string, Judged[]][] = [
    ...[...groups(others)].map(([source, rows]): [string, Judged[]] => [source, rows]),
    ['all other authors', others],
    ['sources trained on', judged.filter(({ row }) => row.shippable)],
  ];
  const lines = [
    '| set | question | mails | accuracy (95 % interval) | macro-F1 |',
    '|---|---|---|---|---|',
    ...sets.flatMap(([name, rows]) => linesOf(name, rows)),
    '',
    ...sureLines(others),
    '',
    `Time a mail: median ${quantile(times, 0.5)} ms, 95 % below ${quantile(times, 0.95)} ms, on a busy machine.`,
  ];
  console.log(lines.join('\n'));
  const text = readFileSync(card, 'utf8');
  const [before, rest] = [text.split(marks[0])[0], text.split(marks[1])[1]];
  writeFileSync(card, `${before}${marks[0]}\n\n${lines.join('\n')}\n\n${marks[1]}${rest}`);
}

function groups(judged: Judged[]): Map<string, Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const one of judged) {
    const name = one.row.source
      .replace(/^tobi.*/, 'tobi-bueck (5 sets)')
      .replace(/^nlbse.*/, 'GitHub issues (nlbse24)');
    const group = found.get(name);
    if (group === undefined) found.set(name, [one]);
    else group.push(one);
  }
  return found;
}

function linesOf(name: string, judged: Judged[]): string[] {
  const questions: [string, (one: Judged) => string | undefined, (one: Judged) => string][] = [
    ['category', ({ row }) => row.category, ({ said }) => said.category],
    ['complaint', ({ row }) => row.complaint?.toString(), ({ said }) => said.complaint.toString()],
    ['mood', ({ row }) => row.sentiment, ({ said }) => (said.sentiment === 'frustrated' ? 'negative' : said.sentiment)],
    ['language', ({ row }) => row.language, ({ said }) => said.language],
  ];
  return questions.flatMap(([question, wanted, got]) => {
    const pairs = judged.flatMap((one): Pair[] => {
      const want = wanted(one);
      return want === undefined ? [] : [{ want, got: got(one) }];
    });
    return pairs.length === 0 ? [] : [lineOf(name, question, figuresOf(pairs))];
  });
}

function lineOf(name: string, question: string, { n, accuracy, interval, macroF1 }: Figures): string {
  const [low, high] = interval.map((one) => one.toFixed(2));
  const f1 = question === 'language' ? '' : macroF1.toFixed(2);
  return `| ${name} | ${question} | ${n} | ${accuracy.toFixed(2)} (${low}–${high}) | ${f1} |`;
}

function sureLines(judged: Judged[]): string[] {
  const known = judged.filter(({ row }) => row.category !== undefined);
  const sure = known.filter(({ said }) => !said.needsReview);
  const right = sure.filter(({ row, said }) => row.category === said.category).length;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;
  return [
    `Of the mails by other authors ${share(sure.length, known.length)} were not marked for review; of those ${share(right, sure.length)} had the right category.`,
  ];
}

function quantile(values: number[], at: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * at)] ?? 0).toFixed(2);
}

await evaluate(process.argv.slice(2));
