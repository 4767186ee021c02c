import type { Article } from '../../domain/knowledge/article.ts';
import { KnowledgeSearch } from '../../domain/knowledge/search.ts';
import type { KnowledgeStore } from '../../ports/knowledge.ts';
import type { Clock } from '../../ports/system.ts';

const freshMs = 3_000;

interface Shelf {
  articles: Map<string, Article>;
  published: KnowledgeSearch;
  all: KnowledgeSearch;
}

/** The articles in memory with their search, read anew when they may be old. */
export class Library {
  readonly #store: KnowledgeStore;
  readonly #clock: Clock;
  #shelf: Promise<Shelf> | undefined;
  #readAtMs = 0;

  constructor(store: KnowledgeStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async shelf(): Promise<Shelf> {
    if (this.#shelf === undefined || this.#clock.nowMs() - this.#readAtMs > freshMs) {
      this.#readAtMs = this.#clock.nowMs();
      const read = this.#read();
      this.#shelf = read;
      // A failed reading is not kept.
      read.catch(() => this.changed());
    }
    return this.#shelf;
  }

  changed(): void {
    this.#shelf = undefined;
  }

  async #read(): Promise<Shelf> {
    const articles = (await this.#store.all()).map(({ value }) => value);
    return {
      articles: new Map(articles.map((one) => [one.id, one])),
      published: new KnowledgeSearch(articles.filter(({ published }) => published)),
      all: new KnowledgeSearch(articles),
    };
  }
}
