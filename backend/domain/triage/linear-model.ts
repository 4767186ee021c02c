import type { Features } from './features.ts';

/** A linear model over hashed features: one row of weights a label. */
export interface LinearModel {
  labels: readonly string[];
  bias: Float32Array;
  /** `weights[label * buckets + bucket]`, to be multiplied by `scale[label]`. */
  weights: Int8Array | Float32Array;
  scale: Float32Array;
  buckets: number;
}

/** What each label scores; larger is likelier. */
export function scoresOf(model: LinearModel, features: Features): Float64Array {
  const { bucket, strength } = features;
  return Float64Array.from(model.labels, (_, label) => {
    const row = label * model.buckets;
    let sum = 0;
    for (let index = 0; index < bucket.length; index += 1) {
      sum += (model.weights[row + (bucket[index] ?? 0)] ?? 0) * (strength[index] ?? 0);
    }
    return sum * (model.scale[label] ?? 1) + (model.bias[label] ?? 0);
  });
}

/** Probabilities that add up to 1. A temperature above 1 makes them humbler, and never changes which is first. */
export function softmax(scores: ArrayLike<number>, temperature = 1): number[] {
  const all = Array.from(scores);
  const top = Math.max(...all);
  const powers = all.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** How often an answer with this chance is right on mails by other authors (Platt 1999). */
export function confidenceOf({ slope, offset }: { slope: number; offset: number }, chance: number): number {
  return sigmoid(slope * logit(chance) + offset);
}

export function logit(chance: number): number {
  const within = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
  return Math.log(within / (1 - within));
}
