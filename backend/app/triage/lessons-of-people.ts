import type { CaseEvent, SupportCase } from '../../domain/case/case.ts';
import { firstOfCustomer } from '../../domain/case/conversation.ts';
import { type TaughtQuestion, taughtQuestions } from '../../domain/vocabulary.ts';
import type { Taught, TaughtLabels } from '../../ports/learning.ts';
import type { IntakeDeps } from '../intake/deps.ts';

type Deps = Pick<IntakeDeps, 'store'>;

const pageSize = 200;
/** The latest corrections say best what people want now. */
const mostCorrected = 5_000;
/** Of cases that people left as they were, so many for each corrected one, lest the exceptions become the rule. */
const keptForEach = 2;
const mostKept = 2_000;

/**
 * What people said of the first mail of each case, the latest first: what they set, and, of cases that a person answered
 * and finished, what they let stand. What rules and escalations set was said by nobody.
 * @param categories keys that may be taught
 */
export async function lessonsIn({ store }: Deps, categories: ReadonlySet<string>): Promise<Taught[]> {
  const corrected: SupportCase[] = [];
  const stood: SupportCase[] = [];
  const shards = (await store.heads()).length;
  for (let shard = 0; shard < shards; shard += 1) {
    for (let after: string | null = null; ; ) {
      const page = await store.scan(shard, after, pageSize);
      for (const { value } of page) {
        if (value.mergedInto !== null) continue;
        if (value.setByPerson.length > 0) corrected.push(value);
        else if (wasWorkedOn(value)) stood.push(value);
      }
      after = page.at(-1)?.value.id ?? null;
      if (page.length < pageSize) break;
    }
  }
  const latest = newest(corrected, mostCorrected);
  const taught: Taught[] = [];
  for (const value of [...latest, ...newest(stood, Math.min(mostKept, keptForEach * latest.length))]) {
    const { set, kept } = await saidOf(store, value, categories);
    if (Object.keys(set).length + Object.keys(kept).length === 0) continue;
    const first = firstOfCustomer(await store.messages(value.id));
    taught.push({ subject: value.subject, text: first?.visibleText ?? '', set, kept });
  }
  return taught;
}

function newest(cases: SupportCase[], most: number): SupportCase[] {
  return cases.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, most);
}

/** A person answered it, and it is done: they saw what the analyst had said. */
function wasWorkedOn({ ai, firstResponseAt, status }: SupportCase): boolean {
  return ai !== null && firstResponseAt !== null && (status === 'resolved' || status === 'closed');
}

async function saidOf(store: Deps['store'], value: SupportCase, categories: ReadonlySet<string>) {
  const history = value.setByPerson.length === 0 ? [] : await store.history(value.id);
  const set: TaughtLabels = {};
  const kept: TaughtLabels = {};
  for (const question of taughtQuestions) {
    if (question === 'category' && !categories.has(value.category)) continue;
    const label = { [question]: value[question] };
    const said = value.setByPerson.includes(question)
      ? sayingOf(history, question)
      : wasWorkedOn(value)
        ? 'kept'
        : null;
    if (said !== null) Object.assign(said === 'set' ? set : kept, label);
  }
  return { set, kept };
}

/**
 * Whoever changed it last has a role: only people have. A value that a case was opened with was chosen by a person, and one
 * of the analyst's that nobody changed was confirmed by one.
 */
function sayingOf(history: CaseEvent[], question: TaughtQuestion): 'set' | 'kept' | null {
  const last = history.findLast(({ changes }) => changes.some(({ field }) => field === question));
  if (last === undefined || last.actor.role !== null) return 'set';
  return last.automation === undefined && last.sla?.alert === undefined ? 'kept' : null;
}
