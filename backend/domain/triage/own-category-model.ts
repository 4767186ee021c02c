import type { CategoryChoice } from './analysis.ts';
import type { Features } from './features.ts';
import { fitModel, type Lesson } from './fit-model.ts';
import { type LinearModel, scoresOf } from './linear-model.ts';

/** A mail whose category a person decided. */
export interface Correction {
  features: Features;
  category: string;
}

/** How good the model is for this deployment, measured on corrections it had not seen. */
export interface LearningFigures {
  corrections: number;
  /** Share of corrections that the shipped model names right. */
  before: number;
  /** The same of the model learned here. */
  after: number;
  byCategory: Record<string, number>;
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
export function startFrom(shipped: LinearModel, categories: CategoryChoice[]): LinearModel {
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
  for (const { category } of corrections) amounts.set(category, (amounts.get(category) ?? 0) + 1);
  const even = corrections.length / Math.max(1, amounts.size);
  const lessons = corrections.flatMap(({ features, category }): Lesson[] => {
    const label = start.labels.indexOf(category);
    return label < 0 ? [] : [{ features, label, weight: Math.sqrt(even / (amounts.get(category) ?? 1)) }];
  });
  return fitModel(start, lessons, fitting);
}

/** Before and after, each correction judged by a model that learned without it. */
export function measureLearning(shipped: LinearModel, start: LinearModel, corrections: Correction[]): LearningFigures {
  let before = 0;
  let after = 0;
  const byCategory: Record<string, number> = {};
  for (let fold = 0; fold < folds; fold += 1) {
    const model = learnFrom(
      start,
      corrections.filter((_, at) => at % folds !== fold),
    );
    for (const { features, category } of corrections.filter((_, at) => at % folds === fold)) {
      byCategory[category] = (byCategory[category] ?? 0) + 1;
      if (likeliest(shipped, features) === category) before += 1;
      if (likeliest(model, features) === category) after += 1;
    }
  }
  const n = Math.max(1, corrections.length);
  return { corrections: corrections.length, before: before / n, after: after / n, byCategory };
}

export function likeliest(model: LinearModel, features: Features): string {
  const scores = scoresOf(model, features);
  return model.labels[scores.indexOf(Math.max(...scores))] ?? '';
}
