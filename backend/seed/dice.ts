/** Chance that repeats itself: the same seed always throws the same numbers. */
export interface Dice {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** 0 to `count - 1`. */
  below(count: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** One of the keys, each as likely as its weight says. */
  weighted<K extends string>(weights: Record<K, number>): K;
  chance(share: number): boolean;
  /** Mostly short, now and then much longer than `mean`. */
  wait(mean: number): number;
}

/** Mulberry32. Good enough to make people up; nothing secret hangs on it. */
export function createDice(seed: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: ([first, ...others]) => others[below(others.length + 1) - 1] ?? first,
    weighted: (weights) => weightedKey(weights, next()),
    chance: (share) => next() < share,
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}

function weightedKey<K extends string>(weights: Record<K, number>, thrown: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = thrown * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [K, number])[0];
}
