import type { Features } from './features.ts';
import { type LinearModel, scoresOf, softmax } from './linear-model.ts';

/** One thing to learn from: what it looks like, which label (by index) it has, how much it counts. */
export interface Lesson {
  features: Features;
  label: number;
  weight: number;
}

export interface Fitting {
  epochs: number;
  /** Size of the first step of a weight; later ones shrink as it moves (AdaGrad; Duchi, Hazan and Singer 2011). */
  rate: number;
  /** Pull towards where the weights began, per lesson that touches them. */
  decay: number;
}

/**
 * Multinomial logistic regression, started from `start` and pulled towards it, so that little data changes little.
 * The same lessons in the same order give the same model.
 */
export function fitModel(start: LinearModel, lessons: Lesson[], { epochs, rate, decay }: Fitting): LinearModel {
  const origin = unscaled(start);
  const weights = origin.slice();
  const bias = start.bias.slice();
  const moved = new Float32Array(weights.length).fill(1e-3);
  const biasMoved = new Float32Array(bias.length).fill(1e-3);
  const model: LinearModel = { ...start, weights, bias, scale: new Float32Array(start.labels.length).fill(1) };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { features, label, weight } of shuffled(lessons, epoch)) {
      const chances = softmax(scoresOf(model, features));
      for (let row = 0; row < chances.length; row += 1) {
        const error = ((chances[row] ?? 0) - (row === label ? 1 : 0)) * weight;
        if (Math.abs(error) < 1e-4) continue;
        biasMoved[row] = (biasMoved[row] ?? 0) + error * error;
        bias[row] = (bias[row] ?? 0) - (0.2 * rate * error) / Math.sqrt(biasMoved[row] ?? 1);
        learn(row * start.buckets, features, error);
      }
    }
  }
  return model;

  function learn(row: number, { bucket, strength }: Features, error: number): void {
    for (let index = 0; index < bucket.length; index += 1) {
      const at = row + (bucket[index] ?? 0);
      const now = weights[at] ?? 0;
      const slope = error * (strength[index] ?? 0) + decay * (now - (origin[at] ?? 0));
      const sum = (moved[at] ?? 0) + slope * slope;
      moved[at] = sum;
      weights[at] = now - (rate * slope) / Math.sqrt(sum);
    }
  }
}

/** A model that knows nothing yet. */
export function blankModel(labels: readonly string[], buckets: number): LinearModel {
  return {
    labels,
    buckets,
    bias: new Float32Array(labels.length),
    weights: new Float32Array(labels.length * buckets),
    scale: new Float32Array(labels.length).fill(1),
  };
}

/** The weights as they count, so that they can be moved. */
function unscaled({ weights, scale, buckets }: LinearModel): Float32Array {
  return Float32Array.from(weights, (weight, index) => weight * (scale[Math.floor(index / buckets)] ?? 1));
}

/** Another order each time, and the same one every run. */
function shuffled<T>(items: T[], seed: number): T[] {
  const order = [...items];
  let state = (seed + 1) * 2654435761;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    const kept = order[last] as T;
    order[last] = order[other] as T;
    order[other] = kept;
  }
  return order;
}
