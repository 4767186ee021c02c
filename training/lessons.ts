import type { Features } from '../backend/domain/triage/features.ts';
import { buckets } from '../backend/domain/triage/features.ts';
import { blankModel, fitModel, type Lesson } from '../backend/domain/triage/fit-model.ts';
import type { LinearModel } from '../backend/domain/triage/linear-model.ts';
import type { Example } from './seed-mails.ts';

/** One of the engine's questions: its answers, and how an example answers it. */
export interface Question {
  labels: string[];
  answer: (example: Example) => string | undefined;
  /** Rows of one public source count together as much as so many seeds. */
  publicShare: number;
  /** How much rare labels count more: 1 makes all labels count the same, 0.5 is half way. */
  balance: number;
  /** How much a seed in the manner `moods` counts, which was written for this question. */
  moods?: number;
  /** How much one in the manner `mixed` counts; 0 leaves them out. */
  mixed?: number;
}

export type Seen = (example: Example) => Features;

const fitting = { epochs: 12, rate: 0.3, decay: 1e-4 };

/** Learns a question's answers from those examples that have one. Rare labels count more. */
export function learn(
  { labels, answer, publicShare, balance, moods = 1, mixed = 1 }: Question,
  examples: Example[],
  seen: Seen,
): LinearModel {
  const left = (source: string) => mixed === 0 && source.endsWith('-mixed');
  const known = examples.filter((example) => answer(example) !== undefined && !left(example.source));
  const rows = new Map<string, number>();
  for (const { source } of known) rows.set(source, (rows.get(source) ?? 0) + 1);
  const share = ({ source, weight }: Example) =>
    weight *
    (source.startsWith('seeds')
      ? source.endsWith('-moods')
        ? moods
        : source.endsWith('-mixed')
          ? mixed
          : 1
      : Math.min(1, publicShare / (rows.get(source) ?? 1)));
  const amounts = new Map<string, number>();
  for (const example of known) {
    const label = answer(example) ?? '';
    amounts.set(label, (amounts.get(label) ?? 0) + share(example));
  }
  const even = [...amounts.values()].reduce((sum, one) => sum + one, 0) / labels.length;
  const lessons = known.map((example): Lesson => {
    const label = answer(example) ?? '';
    const rareness = (even / (amounts.get(label) ?? 1)) ** balance;
    return { features: seen(example), label: labels.indexOf(label), weight: share(example) * rareness };
  });
  return fitModel(blankModel(labels, buckets), lessons, fitting);
}
