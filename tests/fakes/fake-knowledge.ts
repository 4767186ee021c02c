import type { TriageUseCases } from '../../backend/app/triage/triage-use-cases.ts';
import { Failure } from '../../backend/domain/failure.ts';
import { anArticle } from '../builders/article.ts';

/** Knowledge with one article that never changes, and a draft that says little. */
export function fakeKnowledge(): Omit<TriageUseCases, 'aiUsage'> {
  const article = { value: anArticle(), etag: 'a1' };
  const named = (id: string) => {
    if (id !== article.value.id) throw new Failure('not-found', 'There is no such article.');
    return article;
  };
  return {
    listArticles: async () => ({ items: [article], total: 1 }),
    getArticle: async (id) => named(id),
    articleHistory: async (id) => [named(id)],
    createArticle: async () => article,
    replaceArticle: async (_actor, id) => named(id),
    removeArticle: async (id) => void named(id),
    articleFromCase: async () => article,
    suggestArticles: async () => [],
    learnFromPeople: async () => ({ latest: null, inUse: false }),
    learningState: async () => ({ latest: null, inUse: false }),
    summariseThread: async () => ({ happened: [], open: [], promised: [], engine: 'local' }),
    translateMessage: async (_ref, _id, language) => ({ text: 'Hallo', from: 'en', language }),
    draftReply: async () => ({ text: 'Hello,', citations: [], unsupported: [], engine: 'local' }),
  };
}
