import type { Analysis } from '../backend/domain/triage/analysis.ts';
import { figuresOf, type Pair } from './figures.ts';
import type { Example } from './seed-mails.ts';

/** A mail with what the engine said of it. */
export interface Judged {
  row: Example;
  said: Analysis;
}

/** A question that the engine is measured by: what was wanted of a mail, and what was said. */
export interface Asked {
  name: string;
  wanted: (row: Example) => string | undefined;
  got: (said: Analysis) => string;
  /** The label whose F1 is told instead of the mean over all labels. */
  label?: string;
}

export const asked = {
  category: { name: 'category', wanted: (row) => row.category, got: (said) => said.category },
  complaint: {
    name: 'complaint',
    wanted: (row) => yesNo(row.complaint),
    got: (said) => yesNo(said.complaint) ?? 'no',
    label: 'yes',
  },
  mood: { name: 'mood', wanted: (row) => moodOf(row.sentiment), got: (said) => moodOf(said.sentiment) ?? 'neutral' },
  priority: {
    name: 'priority (3 levels)',
    wanted: (row) => levelOf(row.priority),
    got: (said) => levelOf(said.priority) ?? 'medium',
  },
  language: { name: 'language', wanted: (row) => row.language, got: (said) => said.language },
} satisfies Record<string, Asked>;

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

function moodOf(sentiment: string | undefined): string | undefined {
  return sentiment === 'frustrated' ? 'negative' : sentiment;
}

function levelOf(priority: string | undefined): string | undefined {
  return priority === 'critical' || priority === 'urgent' ? 'high' : priority;
}

/** Lines of a table: one a set and question, or one a label. */
export function tableOf(sets: [string, Judged[]][], questions: Asked[], by: 'sets' | 'labels' = 'sets'): string[] {
  const head =
    by === 'sets'
      ? ['| set | question | mails | accuracy (95 % interval) | F1 |', '|---|---|---|---|---|']
      : ['| question | label | mails | precision | recall | F1 |', '|---|---|---|---|---|---|'];
  return [...head, ...sets.flatMap(([name, judged]) => questions.flatMap((one) => linesOf(name, judged, one, by)))];
}

function linesOf(set: string, judged: Judged[], { name, wanted, got, label }: Asked, by: 'sets' | 'labels'): string[] {
  const pairs = judged.flatMap(({ row, said }): Pair[] => {
    const want = wanted(row);
    return want === undefined ? [] : [{ want, got: got(said) }];
  });
  if (pairs.length === 0) return [];
  return by === 'sets' ? [lineOf(set, name, pairs, label)] : labelLines(name, pairs);
}

/** One line of a table: accuracy with its interval, and F1 of one label or the mean of all. */
export function lineOf(set: string, question: string, pairs: Pair[], label?: string): string {
  const { n, accuracy, interval, macroF1, byLabel } = figuresOf(pairs);
  const [low, high] = interval.map((one) => one.toFixed(2));
  const f1 =
    question === 'language'
      ? ''
      : label === undefined
        ? macroF1.toFixed(2)
        : `${(byLabel[label] ?? 0).toFixed(2)} (${label})`;
  return `| ${set} | ${question} | ${n} | ${accuracy.toFixed(2)} (${low}–${high}) | ${f1} |`;
}

function labelLines(question: string, pairs: Pair[]): string[] {
  const { byLabel } = figuresOf(pairs);
  return Object.entries(byLabel).map(([label, f1]) => {
    const wanted = pairs.filter(({ want }) => want === label);
    const said = pairs.filter(({ got }) => got === label);
    const hits = wanted.filter(({ got }) => got === label).length;
    const share = (whole: number) => (hits / Math.max(1, whole)).toFixed(2);
    return `| ${question} | ${label} | ${wanted.length} | ${share(said.length)} | ${share(wanted.length)} | ${f1.toFixed(2)} |`;
  });
}
