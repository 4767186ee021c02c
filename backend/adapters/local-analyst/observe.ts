import { type Features, featuresOf } from '../../domain/triage/features.ts';
import { type Hearing, hear, portion, signalsOf } from '../../domain/triage/hearing.ts';
import { signsOf } from '../../domain/triage/signs.ts';
import { type Valence, valenceOf } from './valence.ts';

/** A mail as the models see it: its words and letters, and what the word lists heard. */
export interface Observed extends Hearing {
  features: Features;
  /** Good and bad feeling of an English text. */
  valence: Valence;
}

export function observe(input: { subject: string; text: string }): Observed {
  const hearing = hear(input);
  const valence = valenceOf(input);
  const { good, bad } = valence;
  const features = featuresOf(input, [
    ...signalsOf(hearing),
    ...signsOf(input),
    ['valence good', 3 * portion(good, 8)],
    ['valence bad', 3 * portion(bad, 8)],
    ['valence better', (3 * Math.max(0, good - bad)) / (good + bad + 3)],
    ['valence worse', (3 * Math.max(0, bad - good)) / (good + bad + 3)],
    ['valence none', good + bad === 0 ? 1 : 0],
  ]);
  return { ...hearing, features, valence };
}
