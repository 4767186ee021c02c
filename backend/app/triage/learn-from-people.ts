import { Failure, isFailure } from '../../domain/failure.ts';
import { leastCorrections } from '../../domain/triage/learn-corrections.ts';
import { taughtQuestions } from '../../domain/vocabulary.ts';
import type { CorrectionTrainer, LearnedModels, LearnedNote, LocalEngine } from '../../ports/learning.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { lessonsIn } from './lessons-of-people.ts';
import type { TriageSettingsReader } from './triage-settings.ts';

export interface LearningDeps {
  trainer: CorrectionTrainer;
  learned: LearnedModels;
  engine: LocalEngine;
  triageSettings: TriageSettingsReader;
}

/**
 * Learns anew what people corrected: categories (the administrator's own), complaints, sentiments and priorities. Only what
 * then answers more mails as people did is taken, and it lies beside the shipped models until a person switches it on.
 * @throws Failure `conflict` with too few corrections
 */
export async function learnFromPeople(deps: LearningDeps & Pick<IntakeDeps, 'store' | 'clock'>): Promise<LearnedNote> {
  const { categories } = await deps.triageSettings.current();
  const taught = await lessonsIn(deps, new Set(categories.map(({ key }) => key)));
  const most = Math.max(...taughtQuestions.map((one) => taught.filter(({ set }) => set[one] !== undefined).length));
  if (most < leastCorrections) {
    throw new Failure(
      'conflict',
      `People have corrected ${most} cases; learning needs ${leastCorrections} of one kind.`,
    );
  }
  const learned = await deps.trainer.train(taught, categories);
  const note = await deps.learned.keep(learned, deps.clock.now());
  await keepLearnedInUse(deps);
  return note;
}

/** Lets the local engine use what was learned, or stop using it, as the settings say. Every replica does so by itself. */
export async function keepLearnedInUse({ engine, learned, triageSettings }: LearningDeps): Promise<void> {
  const { ai } = await triageSettings.current();
  const note = ai.useLearned ? await learned.latest() : null;
  if (note === null) engine.adopt(null);
  else if (engine.learnedKey() !== note.key) engine.adopt({ key: note.key, bytes: await learned.bytes(note) });
}

const dayMs = 86_400_000;

/** Where what was learned is in use, learns anew once a day. Too few corrections are no fault then. */
export async function learnDaily(deps: LearningDeps & Pick<IntakeDeps, 'store' | 'clock'>): Promise<void> {
  const { ai } = await deps.triageSettings.current();
  const latest = await deps.learned.latest();
  if (!ai.useLearned || (latest !== null && deps.clock.nowMs() - Date.parse(latest.learnedAt) < dayMs)) return;
  try {
    await learnFromPeople(deps);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
  }
}
