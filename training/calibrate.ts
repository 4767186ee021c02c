import type { Calibration } from '../backend/domain/triage/engine-weights.ts';
import { logit, sigmoid, softmax } from '../backend/domain/triage/linear-model.ts';

/** What a model that had not seen a mail's author scored for it. */
export interface Held {
  scores: Float64Array;
  label: number;
  weight: number;
}

/** Mails by authors nobody held out are a little harder yet. */
const margin = 0.02;
/** Of the answers nobody needs to look at, this share must be right. */
const wantedRight = 0.935;

/** Temperature by the likelihood of the right answers, then Platt's line, then the confidence from which answers hold. */
export function calibrate(held: Held[]): Calibration {
  const temperature = best(range(0.5, 6, 0.1), (t) =>
    total(held, ({ scores, label, weight }) => weight * Math.log(Math.max(1e-9, softmax(scores, t)[label] ?? 0))),
  );
  const judged = held.map(({ scores, label, weight }) => {
    const chances = softmax(scores, temperature);
    const top = Math.max(...chances);
    return { chance: logit(top), right: chances.indexOf(top) === label, weight };
  });
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 600; step += 1) {
    let bySlope = 0;
    let byOffset = 0;
    let weights = 0;
    for (const { chance, right, weight } of judged) {
      const error = (sigmoid(slope * chance + offset) - (right ? 1 : 0)) * weight;
      bySlope += error * chance;
      byOffset += error;
      weights += weight;
    }
    slope -= (0.3 * bySlope) / weights;
    offset -= (0.3 * byOffset) / weights;
  }
  const sure = judged.map(({ chance, right, weight }) => ({ sure: sigmoid(slope * chance + offset), right, weight }));
  const sureFrom = range(0.5, 0.95, 0.01).find((from) => {
    const kept = sure.filter((one) => one.sure >= from);
    return total(kept, ({ right, weight }) => (right ? weight : 0)) >= wantedRight * total(kept, (one) => one.weight);
  });
  return {
    temperature,
    slope: rounded(slope),
    offset: rounded(offset),
    sureFrom: rounded((sureFrom ?? 0.95) + margin),
  };
}

function best(candidates: number[], worth: (candidate: number) => number): number {
  return candidates.reduce((top, one) => (worth(one) > worth(top) ? one : top));
}

function total<T>(items: T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => rounded(from + index * step));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
