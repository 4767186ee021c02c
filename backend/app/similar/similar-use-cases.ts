import type { SupportCase } from '../../domain/case/case.ts';
import { firstOfCustomer } from '../../domain/case/conversation.ts';
import { bySimilarity, type Similarity, similarityOf } from '../../domain/similar/similar-case.ts';
import { entitiesOf } from '../../domain/triage/entities.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { getCase } from '../cases/find-case.ts';

export interface SimilarCase extends Similarity {
  case: SupportCase;
}

/** Cases that may help with another, or tell the same matter. */
export interface SimilarUseCases {
  /** Duplicates first, then the most similar. @throws Failure `not-found`; `unavailable` while texts are being indexed */
  similarCases(ref: string, limit: number): Promise<SimilarCase[]>;
}

type SimilarDeps = Pick<CaseDeps, 'store' | 'index'>;

/** Looked at closely, of all that the index finds. */
const mostCompared = 40;

export function bindSimilar(deps: SimilarDeps): SimilarUseCases {
  return { similarCases: (ref, limit) => similarCases(deps, ref, limit) };
}

async function similarCases(deps: SimilarDeps, ref: string, limit: number): Promise<SimilarCase[]> {
  const { value } = await getCase(deps, ref);
  const first = firstOfCustomer(await deps.store.messages(value.id));
  const text = `${value.subject}\n${first?.visibleText ?? value.summary}`;
  const named = entitiesOf({ subject: value.subject, text: first?.visibleText ?? '' }).numbers;
  const numbers = [...new Set([...(value.ai?.entities?.numbers ?? []), ...named])].filter(isTelling);
  const question = { number: value.number, customer: value.customer.email, text, numbers };
  const alike = await deps.index.alike(question, mostCompared);
  const cases = await Promise.all(alike.map(({ id }) => deps.store.get(id)));
  return alike
    .flatMap((one, i): [SupportCase, Similarity][] => {
      const other = cases[i]?.value;
      const similarity = other === undefined || isOne(value, other) ? null : similarityOf(value, other, one);
      return other === undefined || similarity === null ? [] : [[other, similarity]];
    })
    .sort(bySimilarity)
    .slice(0, limit)
    .map(([other, similarity]) => ({ case: other, ...similarity }));
}

/** Merged cases are one already, whichever of them is looked at. */
function isOne(value: SupportCase, other: SupportCase): boolean {
  return other.mergedInto !== null || other.id === value.id || value.mergedInto === other.id;
}

/** A number of a few digits alone stands in too many mails to tie two of them together. */
function isTelling(number: string): boolean {
  return number.replace(/[^\p{L}\p{N}]/gu, '').length >= 4 && /\d{3}/.test(number);
}
