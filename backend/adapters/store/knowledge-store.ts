import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Article } from '../../domain/knowledge/article.ts';
import type { KnowledgeStore } from '../../ports/knowledge.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowOperation,
  type TableBackend,
} from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { safeKey, sha256, tenantPartition } from './keys.ts';
import { allRows } from './simple-rows.ts';

/** Earlier versions stand behind all articles, each article's in the order of their time. */
const versionMark = '~~';
const versionsKept = 20;

/** A row an article in table `core`. A version is what the article says, so that repeating a write is no conflict. */
export class TableKnowledgeStore implements KnowledgeStore {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('core', tenant, 'knowledge');
  }

  async all(): Promise<Versioned<Article>[]> {
    const found: Versioned<Article>[] = [];
    for await (const row of allRows(this.#backend, this.#partition, { from: ' ', to: versionMark }))
      found.push(toArticle(row));
    return found;
  }

  async get(id: string): Promise<Versioned<Article> | undefined> {
    const row = await this.#backend.get(this.#partition, safeKey(id));
    return row && toArticle(row);
  }

  async versions(id: string): Promise<Versioned<Article>[]> {
    return (await this.#versionRows(id)).map(toArticle).reverse();
  }

  async create(article: Article): Promise<Versioned<Article>> {
    const attempts = new Attempts();
    for (;;) {
      const present = await this.get(article.id);
      if (present !== undefined) return present;
      const create = { kind: 'create', row: safeKey(article.id), value: { article } } as const;
      const result = await this.#backend.commit(this.#partition, [create]);
      if (result.kind === 'committed') return { value: article, etag: versionOf(article) };
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  async replace(article: Article, ifMatch: string): Promise<Versioned<Article>> {
    const written = { value: article, etag: versionOf(article) };
    await this.#change(article.id, ifMatch, written.etag, async ({ row, etag, value }) => {
      const earlier = await this.#versionRows(article.id);
      const before = value.article as Article;
      return [
        { kind: 'replace', row, value: { article }, ifMatch: etag },
        { kind: 'upsert', row: versionRow(article.id, earlier.at(-1)), value: { article: before } },
        ...earlier.slice(0, Math.max(0, earlier.length + 1 - versionsKept)).map(dropped),
      ];
    });
    return written;
  }

  async remove(id: string, ifMatch: string): Promise<void> {
    await this.#change(id, ifMatch, null, async ({ row, etag }) => [
      { kind: 'delete', row, ifMatch: etag },
      ...(await this.#versionRows(id)).map(dropped),
    ]);
  }

  /** The oldest first. */
  #versionRows(id: string): Promise<Row[]> {
    const from = `${versionMark}${safeKey(id)}|`;
    return this.#backend.range(this.#partition, { from, to: afterPrefix(from) });
  }

  /** `after` is the version the change leaves, null for none: finding it after a lost answer means it was made. */
  async #change(
    id: string,
    ifMatch: string,
    after: string | null,
    operations: (row: Row) => Promise<RowOperation[]>,
  ): Promise<void> {
    const attempts = new Attempts();
    for (let tried = false; ; ) {
      const row = await this.#backend.get(this.#partition, safeKey(id));
      const now = row === undefined ? null : toArticle(row);
      if (tried && (now?.etag ?? null) === after) return;
      if (row === undefined || now === null) throw new Failure('not-found', 'There is no such article.');
      if (now.etag !== ifMatch) {
        throw new Failure('stale', 'Somebody else has changed the article meanwhile.', { current: now.value });
      }
      const result = await this.#backend.commit(this.#partition, await operations(row));
      if (result.kind === 'committed') return;
      tried = result.kind === 'unknown';
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}

function dropped({ row }: Row): RowOperation {
  return { kind: 'delete', row };
}

/** The row after the latest: a number of eight digits behind the article's id. */
function versionRow(id: string, latest: Row | undefined): string {
  const number = latest === undefined ? 0 : Number(latest.row.slice(latest.row.lastIndexOf('|') + 1));
  return `${versionMark}${safeKey(id)}|${String(number + 1).padStart(8, '0')}`;
}

function toArticle({ value }: Row): Versioned<Article> {
  const article = value.article as Article;
  return { value: article, etag: versionOf(article) };
}

function versionOf(article: Article): string {
  return sha256(JSON.stringify(Object.entries(article).sort())).slice(0, 16);
}
