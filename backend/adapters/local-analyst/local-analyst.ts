import type { Analysis, AnalysisInput } from '../../domain/triage/analysis.ts';
import type { Calibration, EngineWeights } from '../../domain/triage/engine-weights.ts';
import { entitiesOf } from '../../domain/triage/entities.ts';
import { type Features, featuresOf } from '../../domain/triage/features.ts';
import { confidenceOf, type LinearModel, scoresOf, softmax } from '../../domain/triage/linear-model.ts';
import { nextStepOf, suggestTasks } from '../../domain/triage/next-step.ts';
import { summarise } from '../../domain/triage/summary.ts';
import { sentencesOf } from '../../domain/triage/words.ts';
import type { ShippedCategory } from '../../domain/vocabulary.ts';
import type { LocalEngine } from '../../ports/learning.ts';
import { chancesOf, complains, feels, presses } from './answers.ts';
import { languageOf } from './language.ts';
import { type LearnedByQuestion, readLearned } from './learned-file.ts';
import { observe } from './observe.ts';
import { shippedWeights } from './weights-file.ts';

const longestText = 20_000;
/** Languages the word lists and the weights know; of others only the language itself can be told. */
const wordLanguages = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'und']);
const unknownMost = 0.4;
/** Whoever complains is not kept waiting longest, however small the matter. */
const heard = { priority: 'medium' as const, priorityReasons: ['The writer complains of how they were treated.'] };

/** An analyst without network and without luck: the same mail always gets the same answer, within milliseconds. */
export function createLocalAnalyst(weights: EngineWeights = shippedWeights()): LocalEngine {
  let own: { key: string; models: LearnedByQuestion } | null = null;
  return {
    immediate: true,
    analyse: async (input) => analyse(weights, own?.models ?? {}, input),
    learnedKey: () => own?.key ?? null,
    adopt(learned) {
      own = learned && { key: learned.key, models: readLearned(learned.bytes) };
    },
  };
}

/** Models of `own` speak instead of the shipped ones; what else depends on the topic goes by the shipped one. */
function analyse(weights: EngineWeights, own: LearnedByQuestion, given: AnalysisInput): Analysis {
  const input = { subject: given.subject.slice(0, 500), text: given.text.slice(0, longestText) };
  const seen = observe(input);
  const language = languageOf(`${input.subject}. ${input.text}`);
  const topic = topicOf(weights.category, weights.calibration, seen.features);
  const category = topic.label as ShippedCategory;
  const named = own.category === undefined ? topic : topicOf(own.category, weights.calibration, seen.features);
  const pressing = own.priority ?? weights.pressing;
  const { priority, reasons } = presses(
    pressing,
    seen,
    category,
    () => mostPressing(pressing, input.text) || input.subject,
  );
  const sure = wordLanguages.has(language) ? named.confidence : Math.min(named.confidence, unknownMost);
  const complaint = complains(own.complaint ?? weights.complaint, seen);
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
    sentiment: feels(own.sentiment ?? weights.mood, seen, language),
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
