/** What was wanted and what was said, of one mail. */
export interface Pair {
  want: string;
  got: string;
}

export interface Figures {
  n: number;
  accuracy: number;
  /** 95 % confidence interval of the accuracy (Wilson 1927). */
  interval: [low: number, high: number];
  macroF1: number;
  byLabel: Record<string, number>;
}

/** Accuracy and F1 over the labels that were wanted. */
export function figuresOf(pairs: Pair[]): Figures {
  const labels = [...new Set(pairs.map(({ want }) => want))].sort();
  const right = pairs.filter(({ want, got }) => want === got).length;
  const byLabel = Object.fromEntries(labels.map((label) => [label, f1Of(pairs, label)]));
  const macroF1 = Object.values(byLabel).reduce((sum, one) => sum + one, 0) / Math.max(1, labels.length);
  return { n: pairs.length, accuracy: right / pairs.length, interval: wilson(right, pairs.length), macroF1, byLabel };
}

function f1Of(pairs: Pair[], label: string): number {
  const hit = pairs.filter(({ want, got }) => want === label && got === label).length;
  const missed = pairs.filter(({ want, got }) => want === label && got !== label).length;
  const wrong = pairs.filter(({ want, got }) => want !== label && got === label).length;
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + wrong);
}

function wilson(right: number, n: number): [number, number] {
  const z = 1.96;
  const share = right / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return [middle - half, middle + half];
}
