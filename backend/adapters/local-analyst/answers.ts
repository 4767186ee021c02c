import type { Features } from '../../domain/triage/features.ts';
import { type LinearModel, scoresOf, softmax } from '../../domain/triage/linear-model.ts';
import type { PriorityGuess } from '../../domain/triage/priority.ts';
import { weighMood } from '../../domain/triage/weigh-mood.ts';
import { weighPriority } from '../../domain/triage/weigh-priority.ts';
import type { Sentiment, ShippedCategory } from '../../domain/vocabulary.ts';
import type { Observed } from './observe.ts';

/** Most mails are none, and a false alarm sends people to apologise for nothing. */
const complaintFrom = 0.6;
/** Words of complaint need less of the model's support, and very many none. */
const spokenFrom = 0.2;
const spoken = 2;
const loudComplaint = 5;
/** A writer with this much anger (`moodOf`) is out of patience whatever else the mail says. */
const furious = 3;

/** Whether the writer complains, by word lists and by the model. */
export function complains(model: LinearModel, seen: Observed): boolean {
  const { yes } = chancesOf<'yes' | 'no'>(model, seen.features);
  return seen.complaint >= loudComplaint || yes >= (seen.complaint >= spoken ? spokenFrom : complaintFrom);
}

/** The writer's mood. The English word list has finer weights; the others speak where a mail is in another language. */
export function feels(model: LinearModel, seen: Observed, language: string): Sentiment {
  const chances = chancesOf<'negative' | 'neutral' | 'positive'>(model, seen.features);
  const { good, bad } = seen.valence;
  const others = language === 'en' ? 0 : seen.mood.score;
  const told = weighMood(chances, good + Math.max(0, others), bad + Math.max(0, -others));
  const angry = seen.mood.anger >= furious && chances.negative >= chances.positive;
  return angry ? 'frustrated' : told;
}

/** How much a mail presses, with reasons; `quote` gives the sentence that weighed most. */
export function presses(
  model: LinearModel,
  seen: Observed,
  category: ShippedCategory,
  quote: () => string,
): PriorityGuess {
  return weighPriority(seen.urgency, category, chancesOf<'high' | 'medium' | 'low'>(model, seen.features), quote);
}

export function chancesOf<Label extends string>(model: LinearModel, features: Features): Record<Label, number> {
  const chances = softmax(scoresOf(model, features));
  return Object.fromEntries(model.labels.map((label, at) => [label, chances[at] ?? 0])) as Record<Label, number>;
}
