import type { Versioned } from '../domain/case/case.ts';
import type { Article } from '../domain/knowledge/article.ts';

/** Articles and canned answers. */
export interface KnowledgeStore {
  all(): Promise<Versioned<Article>[]>;
  get(id: string): Promise<Versioned<Article> | undefined>;
  /** What it said before, the newest first; the last twenty are kept. */
  versions(id: string): Promise<Versioned<Article>[]>;
  /** An article with this id that is there already stays and is answered: creating again changes nothing. */
  create(article: Article): Promise<Versioned<Article>>;
  /** @throws Failure `stale` or `not-found` */
  replace(article: Article, ifMatch: string): Promise<Versioned<Article>>;
  /** With what it said before. @throws Failure `stale` or `not-found` */
  remove(id: string, ifMatch: string): Promise<void>;
}
