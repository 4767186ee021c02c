import type { CategoryChoice } from './analysis.ts';
import type { Features } from './features.ts';
import { fitModel, type Lesson } from './fit-model.ts';
import { type LinearModel, scoresOf } from './linear-model.ts';

/** A mail whose label a person decided, or left as it was when they worked on it. */
export interface Correction {
  features: Features;
  label: string;
  /** A person set it; otherwise they had it before their eyes and let it stand. */
  set: boolean;
}

/** How good a model is for this deployment, measured on mails it had not learned from. */
export interface LearningFigures {
  /** Mails whose label a person set. */
  corrections: number;
  /** Mails whose label people let stand. */
  kept: number;
  /** Share of both that the shipped engine answers as people did. */
  before: number;
  /** The same with the model learned here. */
  after: number;
  /** Corrections by what people said. */
  byLabel: Record<string, number>;
  /** Whether the learned model may speak: only one that answers more of them right may. */
  taken: boolean;
}

/** Fewer teach nothing that could be measured. */
export const leastCorrections = 20;
const folds = 5;
const fitting = { epochs: 10, rate: 0.15, decay: 1e-3 };
/** What nobody has corrected towards must not speak up by itself. */
const unheard = -3;

/**
 * The shipped model with the administrator's categories for labels: those it knows begin as shipped, others silent until
 * corrections speak for them. What nobody corrected stays as it was.
 */
export function startFrom(shipped: LinearModel, categories: Pick<CategoryChoice, 'key'>[]): LinearModel {
  const { buckets } = shipped;
  const weights = new Float32Array(categories.length * buckets);
  const bias = new Float32Array(categories.length).fill(unheard);
  for (const [at, { key }] of categories.entries()) {
    const known = shipped.labels.indexOf(key);
    if (known < 0) continue;
    bias[at] = shipped.bias[known] ?? 0;
    const scale = shipped.scale[known] ?? 1;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      weights[at * buckets + bucket] = (shipped.weights[known * buckets + bucket] ?? 0) * scale;
    }
  }
  const labels = categories.map(({ key }) => key);
  return { labels, buckets, weights, bias, scale: new Float32Array(labels.length).fill(1) };
}

/** Learns from corrections. Each label counts as much as its share deserves, rare ones a little more. */
export function learnFrom(start: LinearModel, corrections: Correction[]): LinearModel {
  const amounts = new Map<string, number>();
  for (const { label } of corrections) amounts.set(label, (amounts.get(label) ?? 0) + 1);
  const even = corrections.length / Math.max(1, amounts.size);
  const lessons = corrections.flatMap(({ features, label }): Lesson[] => {
    const index = start.labels.indexOf(label);
    return index < 0 ? [] : [{ features, label: index, weight: Math.sqrt(even / (amounts.get(label) ?? 1)) }];
  });
  return fitModel(start, lessons, fitting);
}

/**
 * Before and after, each mail judged by a model that learned without it.
 * @param said what the engine answers about a mail, by its place among the corrections; null asks the shipped engine
 */
export function measureLearning(
  start: LinearModel,
  corrections: Correction[],
  said: (model: LinearModel | null, at: number) => string,
): LearningFigures {
  let before = 0;
  let after = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const model = learnFrom(
      start,
      corrections.filter((_, at) => at % folds !== fold),
    );
    for (const [at, { label }] of corrections.entries()) {
      if (at % folds !== fold) continue;
      if (said(null, at) === label) before += 1;
      if (said(model, at) === label) after += 1;
    }
  }
  const set = corrections.filter((one) => one.set);
  const byLabel: Record<string, number> = {};
  for (const { label } of set) byLabel[label] = (byLabel[label] ?? 0) + 1;
  const n = Math.max(1, corrections.length);
  return {
    corrections: set.length,
    kept: corrections.length - set.length,
    before: before / n,
    after: after / n,
    byLabel,
    taken: after > before,
  };
}

export function likeliest(model: LinearModel, features: Features): string {
  const scores = scoresOf(model, features);
  return model.labels[scores.indexOf(Math.max(...scores))] ?? '';
}
