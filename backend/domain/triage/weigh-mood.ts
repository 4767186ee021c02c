/** Chances of the learned model for each mood. */
export interface MoodChances {
  negative: number;
  neutral: number;
  positive: number;
}

/** How much the word lists count beside the model, which knows other authors' words less well than its own. */
const listsCount = 1.5;
/** Good and bad that nearly cancel out speak for neutral. */
const balanced = 0.12;
const steadiness = 2;

/**
 * The likeliest mood by what was learned and by what word lists found. `good` and `bad` are sums of the lists' weights,
 * none below 0.
 */
export function weighMood(chances: MoodChances, good: number, bad: number): keyof MoodChances {
  const tendency = (good - bad) / (good + bad + steadiness);
  const score = (chance: number) => Math.log(Math.max(chance, 1e-9));
  const negative = score(chances.negative) + listsCount * Math.max(0, -tendency);
  const positive = score(chances.positive) + listsCount * Math.max(0, tendency);
  const neutral = score(chances.neutral) + (Math.abs(tendency) < balanced ? listsCount / 2 : 0);
  if (negative >= positive && negative >= neutral) return 'negative';
  return positive > neutral ? 'positive' : 'neutral';
}
