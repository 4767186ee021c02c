import type { CategoryChoice } from '../domain/triage/analysis.ts';
import type { LearningFigures } from '../domain/triage/learn-corrections.ts';
import type { Priority, Sentiment, TaughtQuestion } from '../domain/vocabulary.ts';
import type { Analyst } from './analyst.ts';

/** What people say of a mail; a field is absent where nobody has said or seen it. */
export interface TaughtLabels {
  category?: string;
  complaint?: boolean;
  sentiment?: Sentiment;
  priority?: Priority;
}

/** A mail that people worked on. */
export interface Taught {
  subject: string;
  text: string;
  /** What people set. */
  set: TaughtLabels;
  /** What they let stand. */
  kept: TaughtLabels;
}

/** Figures of each question that people corrected often enough. */
export type FiguresByQuestion = Partial<Record<TaughtQuestion, LearningFigures>>;

export interface Learned {
  /** The models that may speak, in a form that only the local engine reads. */
  bytes: Uint8Array;
  figures: FiguresByQuestion;
}

/** Trains models on corrections, away from the thread that serves people. */
export interface CorrectionTrainer {
  /** @throws Failure `unavailable` when the training broke off */
  train(taught: Taught[], categories: CategoryChoice[]): Promise<Learned>;
}

export interface LearnedNote {
  /** Names these very models. */
  key: string;
  figures: FiguresByQuestion;
  /** UTC. */
  learnedAt: string;
}

/** Models learned here, kept beside the shipped ones and never over them. */
export interface LearnedModels {
  latest(): Promise<LearnedNote | null>;
  keep(learned: Learned, learnedAt: string): Promise<LearnedNote>;
  /** @throws Failure `unavailable` */
  bytes(note: LearnedNote): Promise<Uint8Array>;
}

/** The local engine, which may use models learned here instead of its own. */
export interface LocalEngine extends Analyst {
  /** Key of the learned models in use, or null. */
  learnedKey(): string | null;
  /** Null goes back to the shipped models. */
  adopt(learned: { key: string; bytes: Uint8Array } | null): void;
}
