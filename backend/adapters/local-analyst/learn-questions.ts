import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import type { EngineWeights } from '../../domain/triage/engine-weights.ts';
import {
  type Correction,
  learnFrom,
  leastCorrections,
  likeliest,
  measureLearning,
  startFrom,
} from '../../domain/triage/learn-corrections.ts';
import type { LinearModel } from '../../domain/triage/linear-model.ts';
import { type ShippedCategory, type TaughtQuestion, taughtQuestions } from '../../domain/vocabulary.ts';
import type { FiguresByQuestion, Learned, Taught, TaughtLabels } from '../../ports/learning.ts';
import { complains, feels, presses } from './answers.ts';
import { languageOf } from './language.ts';
import { type LearnedByQuestion, writeLearned } from './learned-file.ts';
import { type Observed, observe } from './observe.ts';

interface Seen {
  one: Taught;
  seen: Observed;
  language: string;
  topic: ShippedCategory;
}

/** One question: where its model begins, people's words in the model's labels, and the engine's own answer. */
interface Teaching {
  start: LinearModel;
  label: (said: TaughtLabels) => string | undefined;
  answer: (model: LinearModel, mail: Seen) => string;
  shipped: LinearModel;
}

/** Learns every question that people corrected often enough, and keeps those models that answer more of them right. */
export function learnQuestions(shipped: EngineWeights, taught: Taught[], categories: CategoryChoice[]): Learned {
  const mails: Seen[] = [];
  for (const one of taught) {
    const seen = observe(one);
    const topic = likeliest(shipped.category, seen.features) as ShippedCategory;
    mails.push({ one, seen, topic, language: languageOf(`${one.subject}. ${one.text}`) });
  }
  const teachings = teachingsOf(shipped, categories);
  const figures: FiguresByQuestion = {};
  const learned: LearnedByQuestion = {};
  for (const question of taughtQuestions) {
    const { start, label, answer, shipped: before } = teachings[question];
    const known = mails.filter(({ one }) => (label(one.set) ?? label(one.kept)) !== undefined);
    const corrections = known.map(({ one, seen }): Correction => {
      const said = label(one.set);
      return { features: seen.features, label: said ?? label(one.kept) ?? '', set: said !== undefined };
    });
    if (corrections.filter(({ set }) => set).length < leastCorrections) continue;
    const measured = measureLearning(start, corrections, (model, at) => answer(model ?? before, known[at] as Seen));
    figures[question] = measured;
    if (measured.taken) learned[question] = learnFrom(start, corrections);
  }
  return { bytes: writeLearned(learned), figures };
}

function teachingsOf(shipped: EngineWeights, categories: CategoryChoice[]): Record<TaughtQuestion, Teaching> {
  const own = (model: LinearModel) =>
    startFrom(
      model,
      model.labels.map((key) => ({ key })),
    );
  return {
    category: {
      start: startFrom(shipped.category, categories),
      shipped: shipped.category,
      label: ({ category }) => category,
      answer: (model, { seen }) => likeliest(model, seen.features),
    },
    complaint: {
      start: own(shipped.complaint),
      shipped: shipped.complaint,
      label: ({ complaint }) => (complaint === undefined ? undefined : complaint ? 'yes' : 'no'),
      answer: (model, { seen }) => (complains(model, seen) ? 'yes' : 'no'),
    },
    sentiment: {
      start: own(shipped.mood),
      shipped: shipped.mood,
      label: ({ sentiment }) => moodOf(sentiment),
      answer: (model, { seen, language }) => moodOf(feels(model, seen, language)) ?? 'neutral',
    },
    priority: {
      start: own(shipped.pressing),
      shipped: shipped.pressing,
      label: ({ priority }) => levelOf(priority),
      answer: (model, { seen, topic }) => levelOf(presses(model, seen, topic, () => '').priority) ?? 'medium',
    },
  };
}

/** The model tells three moods; anger is heard by the word lists. */
function moodOf(sentiment: string | undefined): string | undefined {
  return sentiment === 'frustrated' ? 'negative' : sentiment;
}

/** The model tells three levels; what is above high is named by rules. */
function levelOf(priority: string | undefined): string | undefined {
  return priority === 'critical' || priority === 'urgent' ? 'high' : priority;
}
