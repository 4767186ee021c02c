import type { Analysis, AnalysisInput } from '../../domain/triage/analysis.ts';
import type { Calibration, EngineWeights } from '../../domain/triage/engine-weights.ts';
import { entitiesOf } from '../../domain/triage/entities.ts';
import { type Features, featuresOf } from '../../domain/triage/features.ts';
import { confidenceOf, type LinearModel, scoresOf, softmax } from '../../domain/triage/linear-model.ts';
import { nextStepOf, suggestTasks } from '../../domain/triage/next-step.ts';
import { summarise } from '../../domain/triage/summary.ts';
import { weighMood } from '../../domain/triage/weigh-mood.ts';
import { weighPriority } from '../../domain/triage/weigh-priority.ts';
import { sentencesOf } from '../../domain/triage/words.ts';
import type { Sentiment, ShippedCategory } from '../../domain/vocabulary.ts';
import type { LocalEngine } from '../../ports/category-learning.ts';
import { languageOf } from './language.ts';
import { readLearned } from './learned-file.ts';
import { type Observed, observe } from './observe.ts';
import { shippedWeights } from './weights-file.ts';

const longestText = 20_000;
/** Languages the word lists and the weights know; of others only the language itself can be told. */
const wordLanguages = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'und']);
const unknownMost = 0.4;
/** A writer with this much anger (`moodOf`) is out of patience whatever else the mail says. */
const furious = 3;
/** Whoever complains is not kept waiting longest, however small the matter. */
const heard = { priority: 'medium' as const, priorityReasons: ['The writer complains of how they were treated.'] };
const complaintFrom = 0.5;
/** Word lists that hear this much need no second opinion. */
const loudComplaint = 5;

/** An analyst without network and without luck: the same mail always gets the same answer, within milliseconds. */
export function createLocalAnalyst(weights: EngineWeights = shippedWeights()): LocalEngine {
  let own: { key: string; model: LinearModel } | null = null;
  return {
    immediate: true,
    analyse: async (input) => analyse(weights, own?.model ?? null, input),
    learnedKey: () => own?.key ?? null,
    adopt(model) {
      own = model && { key: model.key, model: readLearned(model.bytes) };
    },
  };
}

/** `own` names the category where there is one; what else depends on the topic goes by the shipped model. */
function analyse(weights: EngineWeights, own: LinearModel | null, given: AnalysisInput): Analysis {
  const input = { subject: given.subject.slice(0, 500), text: given.text.slice(0, longestText) };
  const seen = observe(input);
  const language = languageOf(`${input.subject}. ${input.text}`);
  const topic = topicOf(weights.category, weights.calibration, seen.features);
  const category = topic.label as ShippedCategory;
  const named = own === null ? topic : topicOf(own, weights.calibration, seen.features);
  const { priority, reasons } = weighPriority(
    seen.urgency,
    category,
    chancesOf<'high' | 'medium' | 'low'>(weights.pressing, seen.features),
    () => mostPressing(weights.pressing, input.text) || input.subject,
  );
  const sure = wordLanguages.has(language) ? named.confidence : Math.min(named.confidence, unknownMost);
  const complaint = complains(weights, seen);
  const weighed = complaint && priority === 'low' ? heard : { priority, priorityReasons: reasons };
  const known = {
    category,
    complaint,
    ...weighed,
    summary: summarise(input),
    entities: entitiesOf(input),
  };
  return {
    ...known,
    category: named.label,
    sentiment: feels(weights, seen, language),
    language,
    suggestedTasks: suggestTasks(known),
    nextStep: nextStepOf(known),
    confidence: sure,
    needsReview: sure < weights.calibration.sureFrom,
    engine: 'local',
  };
}

function topicOf(model: LinearModel, calibration: Calibration, features: Features) {
  const chances = softmax(scoresOf(model, features), calibration.temperature);
  const top = Math.max(...chances);
  const label = model.labels[chances.indexOf(top)] ?? 'general';
  return { label, confidence: Math.round(confidenceOf(calibration, top) * 100) / 100 };
}

function complains({ complaint }: EngineWeights, seen: Observed): boolean {
  return seen.complaint >= loudComplaint || chancesOf<'yes' | 'no'>(complaint, seen.features).yes >= complaintFrom;
}

/** The English word list has finer weights; the others speak where a mail is in another language. */
function feels({ mood }: EngineWeights, seen: Observed, language: string): Sentiment {
  const chances = chancesOf<'negative' | 'neutral' | 'positive'>(mood, seen.features);
  const { good, bad } = seen.valence;
  const others = language === 'en' ? 0 : seen.mood.score;
  const told = weighMood(chances, good + Math.max(0, others), bad + Math.max(0, -others));
  const angry = seen.mood.anger >= furious && chances.negative >= chances.positive;
  return angry ? 'frustrated' : told;
}

function chancesOf<Label extends string>(model: LinearModel, features: Features): Record<Label, number> {
  const chances = softmax(scoresOf(model, features));
  return Object.fromEntries(model.labels.map((label, at) => [label, chances[at] ?? 0])) as Record<Label, number>;
}

/** The sentence that by itself looks most like a pressing matter. */
function mostPressing(pressing: LinearModel, text: string): string {
  const ranked = sentencesOf(text)
    .slice(0, 12)
    .map((sentence) => {
      const { high, low } = chancesOf<'high' | 'low'>(pressing, featuresOf({ subject: '', text: sentence }));
      return { sentence, weight: high - low };
    })
    .sort((a, b) => b.weight - a.weight);
  const sentence = ranked[0]?.sentence ?? '';
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 119).trimEnd()}…`;
}
