import type { CategoryChoice } from '../domain/triage/analysis.ts';
import type { LearningFigures } from '../domain/triage/own-category-model.ts';
import type { Analyst } from './analyst.ts';

/** A mail whose category a person decided. */
export interface Taught {
  subject: string;
  text: string;
  category: string;
}

export interface Learned {
  /** The model, in a form that only the local engine reads. */
  bytes: Uint8Array;
  figures: LearningFigures;
}

/** Trains the category model, away from the thread that serves people. */
export interface CategoryTrainer {
  /** @throws Failure `unavailable` when the training broke off */
  train(taught: Taught[], categories: CategoryChoice[]): Promise<Learned>;
}

export interface LearnedNote {
  /** Names this very model. */
  key: string;
  figures: LearningFigures;
  /** UTC. */
  learnedAt: string;
}

/** Models learned here, kept beside the shipped one and never over it. */
export interface LearnedModels {
  latest(): Promise<LearnedNote | null>;
  keep(learned: Learned, learnedAt: string): Promise<LearnedNote>;
  /** @throws Failure `unavailable` */
  bytes(note: LearnedNote): Promise<Uint8Array>;
}

/** The local engine, which may use a category model learned here instead of its own. */
export interface LocalEngine extends Analyst {
  /** Key of the learned model in use, or null. */
  learnedKey(): string | null;
  /** Null goes back to the shipped model. */
  adopt(model: { key: string; bytes: Uint8Array } | null): void;
}
