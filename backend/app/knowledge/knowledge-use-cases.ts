import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { lastOfCustomer } from '../../domain/case/conversation.ts';
import { Failure } from '../../domain/failure.ts';
import type { Article, ArticleKind, ArticleText } from '../../domain/knowledge/article.ts';
import { articleFrom } from '../../domain/knowledge/from-case.ts';
import { unknownPlaceholders } from '../../domain/reply/placeholders.ts';
import type { KnowledgeStore } from '../../ports/knowledge.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import { getCase } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import type { Library } from './library.ts';

export interface ArticleQuery {
  q?: string | undefined;
  category?: string | undefined;
  language?: string | undefined;
  kind?: ArticleKind | undefined;
  limit: number;
  after?: string | undefined;
}

export interface Suggestion {
  article: Article;
  score: number;
  /** Words of the case that led to it. */
  words: string[];
}

/** Articles and canned answers. */
export interface KnowledgeUseCases {
  listArticles(query: ArticleQuery): Promise<{ items: Versioned<Article>[]; total: number; next?: string }>;
  getArticle(id: string): Promise<Versioned<Article>>;
  /** What it said before, the newest first. */
  articleHistory(id: string): Promise<Versioned<Article>[]>;
  /** @throws Failure `invalid` naming placeholders of a canned answer that mean nothing */
  createArticle(actor: Actor, text: ArticleText, idempotency?: Idempotency): Promise<Versioned<Article>>;
  replaceArticle(actor: Actor, id: string, text: ArticleText, ifMatch: string): Promise<Versioned<Article>>;
  removeArticle(id: string, ifMatch: string): Promise<void>;
  /** A draft for people to finish: the question of the case and what we answered, without the customer's name. */
  articleFromCase(actor: Actor, ref: string): Promise<Versioned<Article>>;
  suggestArticles(ref: string, limit: number): Promise<Suggestion[]>;
}

export interface KnowledgeDeps extends Pick<IntakeDeps, 'store' | 'index' | 'clock' | 'ids'> {
  knowledge: KnowledgeStore;
  library: Library;
}

export function bindKnowledge(deps: KnowledgeDeps): KnowledgeUseCases {
  const { knowledge, library } = deps;
  const noted = async <T>(write: Promise<T>): Promise<T> => {
    const result = await write;
    library.changed();
    return result;
  };
  const getArticle = async (id: string) => {
    const found = await knowledge.get(id);
    if (found === undefined) throw new Failure('not-found', 'There is no such article.');
    return found;
  };
  const made = (actor: Actor, id: string, text: ArticleText, fromCase: string | null): Article => {
    const at = deps.clock.now();
    return { ...text, id, fromCase, createdAt: at, updatedAt: at, updatedBy: actor.id };
  };
  return {
    listArticles: (query) => listArticles(deps, query),
    getArticle,
    async articleHistory(id) {
      await getArticle(id);
      return knowledge.versions(id);
    },
    async createArticle(actor, text, idempotency) {
      refuseUnknownPlaceholders(text);
      const id =
        idempotency === undefined
          ? deps.ids.caseId()
          : deps.ids.derived('article', actor.id, idempotency.key, idempotency.requestHash);
      return noted(knowledge.create(made(actor, id, text, null)));
    },
    async replaceArticle(actor, id, text, ifMatch) {
      refuseUnknownPlaceholders(text);
      const { value } = await getArticle(id);
      const article = { ...value, ...text, updatedAt: deps.clock.now(), updatedBy: actor.id };
      return noted(knowledge.replace(article, ifMatch));
    },
    removeArticle: (id, ifMatch) => noted(knowledge.remove(id, ifMatch)),
    async articleFromCase(actor, ref) {
      const { value } = await getCase(deps, ref);
      const text = articleFrom(value, await deps.store.messages(value.id));
      return noted(knowledge.create(made(actor, deps.ids.derived('article-of', value.id), text, value.id)));
    },
    suggestArticles: (ref, limit) => suggestArticles(deps, ref, limit),
  };
}

/** A canned answer must not leave with a placeholder in it that stands for nothing. */
function refuseUnknownPlaceholders({ kind, text }: ArticleText): void {
  const unknown = kind === 'canned' ? unknownPlaceholders(text) : [];
  const faults = unknown.map((name) => ({ path: 'text', message: `{{${name}}} means nothing` }));
  if (faults.length > 0) throw new Failure('invalid', 'Some placeholders mean nothing.', { faults });
}

async function listArticles({ knowledge, library }: KnowledgeDeps, query: ArticleQuery) {
  const fits = (one: Article) =>
    (query.category === undefined || one.categories.includes(query.category)) &&
    (query.language === undefined || one.language === query.language) &&
    (query.kind === undefined || one.kind === query.kind);
  const all = (await knowledge.all()).filter(({ value }) => fits(value));
  const ordered = query.q === undefined ? all.sort(byTitle) : await ranked(library, all, query.q);
  const start = query.after === undefined ? 0 : ordered.findIndex(({ value }) => value.id === query.after) + 1;
  const items = ordered.slice(start, start + query.limit);
  const last = items.at(-1);
  const more = start + items.length < ordered.length && last !== undefined;
  return { items, total: ordered.length, ...(more && { next: last.value.id }) };
}

async function ranked(library: Library, all: Versioned<Article>[], q: string): Promise<Versioned<Article>[]> {
  const byId = new Map(all.map((one) => [one.value.id, one]));
  const hits = (await library.shelf()).all.find(q, {}, 10_000);
  return hits.flatMap(({ id }) => byId.get(id) ?? []);
}

function byTitle(a: Versioned<Article>, b: Versioned<Article>): number {
  return a.value.title.localeCompare(b.value.title) || (a.value.id < b.value.id ? -1 : 1);
}

/** What may help with a case, by the words of its last mail from the customer. */
export async function suggestArticles(
  deps: Pick<KnowledgeDeps, 'store' | 'index' | 'library'>,
  ref: string,
  limit: number,
): Promise<Suggestion[]> {
  const { value } = await getCase(deps, ref);
  const last = lastOfCustomer(await deps.store.messages(value.id));
  const shelf = await deps.library.shelf();
  const question = `${value.subject}\n${last?.visibleText ?? value.summary}`;
  return shelf.published
    .find(question, { language: value.language, category: value.category }, limit)
    .flatMap(({ id, score, words }) => {
      const article = shelf.articles.get(id);
      return article === undefined ? [] : [{ article, score, words }];
    });
}
