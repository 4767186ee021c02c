import { firstOfCustomer } from '../../domain/case/conversation.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import { leastCorrections } from '../../domain/triage/own-category-model.ts';
import type {
  CategoryTrainer,
  LearnedModels,
  LearnedNote,
  LocalEngine,
  Taught,
} from '../../ports/category-learning.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import type { TriageSettingsReader } from './triage-settings.ts';

export interface LearningDeps {
  trainer: CategoryTrainer;
  learned: LearnedModels;
  engine: LocalEngine;
  triageSettings: TriageSettingsReader;
}

const pageSize = 200;
/** The latest corrections say best what people want now. */
const mostTaught = 5_000;

/**
 * Learns the category model anew from every case whose category a person set, in the administrator's categories. The
 * result lies beside the shipped model until a person switches it on. @throws Failure `conflict` with too few corrections
 */
export async function learnCategories(deps: LearningDeps & Pick<IntakeDeps, 'store' | 'clock'>): Promise<LearnedNote> {
  const { categories } = await deps.triageSettings.current();
  const keys = new Set(categories.map(({ key }) => key));
  const taught = (await correctionsIn(deps)).filter(({ category }) => keys.has(category));
  if (taught.length < leastCorrections) {
    throw new Failure(
      'conflict',
      `People have set the category of ${taught.length} cases; learning needs ${leastCorrections}.`,
    );
  }
  const learned = await deps.trainer.train(taught, categories);
  const note = await deps.learned.keep(learned, deps.clock.now());
  await keepLearnedInUse(deps);
  return note;
}

/** Lets the local engine use the learned model, or stop using it, as the settings say. Every replica does so by itself. */
export async function keepLearnedInUse({ engine, learned, triageSettings }: LearningDeps): Promise<void> {
  const { ai } = await triageSettings.current();
  const note = ai.useLearned ? await learned.latest() : null;
  if (note === null) engine.adopt(null);
  else if (engine.learnedKey() !== note.key) engine.adopt({ key: note.key, bytes: await learned.bytes(note) });
}

const dayMs = 86_400_000;

/** Where the learned model is in use, learns anew once a day. Too few corrections are no fault then. */
export async function learnDaily(deps: LearningDeps & Pick<IntakeDeps, 'store' | 'clock'>): Promise<void> {
  const { ai } = await deps.triageSettings.current();
  const latest = await deps.learned.latest();
  if (!ai.useLearned || (latest !== null && deps.clock.nowMs() - Date.parse(latest.learnedAt) < dayMs)) return;
  try {
    await learnCategories(deps);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
  }
}

async function correctionsIn({ store }: Pick<IntakeDeps, 'store'>): Promise<Taught[]> {
  const found: (Taught & { at: string })[] = [];
  const shards = (await store.heads()).length;
  for (let shard = 0; shard < shards; shard += 1) {
    for (let after: string | null = null; ; ) {
      const page = await store.scan(shard, after, pageSize);
      for (const { value } of page) {
        if (!value.setByPerson.includes('category')) continue;
        const first = firstOfCustomer(await store.messages(value.id));
        const { subject, category, updatedAt: at } = value;
        found.push({ subject, text: first?.visibleText ?? '', category, at });
      }
      after = page.at(-1)?.value.id ?? null;
      if (page.length < pageSize) break;
    }
  }
  const latest = found.sort((a, b) => b.at.localeCompare(a.at)).slice(0, mostTaught);
  return latest.map(({ subject, text, category }) => ({ subject, text, category }));
}
