import { wordsOf } from '../triage/words.ts';
import { type Article, plainText } from './article.ts';

export interface Hit {
  id: string;
  /** BM25; only its order means something. */
  score: number;
  /** Words of the question that led here, the weightiest first. */
  words: string[];
}

interface Entry {
  article: Article;
  counts: Map<string, number>;
  length: number;
}

/** Okapi BM25 (Robertson and Zaragoza 2009), with the constants of the literature. */
const saturation = 1.2;
const lengthMatters = 0.75;
const titleCounts = 3;
const stemLength = 7;
const sameLanguage = 1.5;
const sameCategory = 1.4;

/** Finds articles by words, in memory. */
export class KnowledgeSearch {
  readonly #entries: Entry[];
  readonly #holding = new Map<string, number>();
  readonly #usualLength: number;

  constructor(articles: Article[]) {
    this.#entries = articles.map(entryOf);
    for (const { counts } of this.#entries) {
      for (const stem of counts.keys()) this.#holding.set(stem, (this.#holding.get(stem) ?? 0) + 1);
    }
    const total = this.#entries.reduce((sum, { length }) => sum + length, 0);
    this.#usualLength = Math.max(1, total / Math.max(1, this.#entries.length));
  }

  /** Best first. What speaks the language or belongs to the category counts more; nothing is excluded by them. */
  find(question: string, circumstances: { language?: string; category?: string }, limit: number): Hit[] {
    const words = new Map<string, string>();
    for (const word of wordsOf(question.slice(0, 8_000))) if (!words.has(stemOf(word))) words.set(stemOf(word), word);
    return this.#entries
      .map((entry) => this.#hit(entry, words, circumstances))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  #hit(
    { article, counts, length }: Entry,
    words: Map<string, string>,
    { language, category }: { language?: string; category?: string },
  ): Hit {
    const found: { word: string; worth: number }[] = [];
    for (const [stem, word] of words) {
      const times = counts.get(stem);
      if (times === undefined) continue;
      const worth = this.#rareness(stem) * this.#amount(times, length);
      if (worth > 0) found.push({ word, worth });
    }
    found.sort((a, b) => b.worth - a.worth);
    const speaks = article.language !== null && article.language === language ? sameLanguage : 1;
    const belongs = category !== undefined && article.categories.includes(category) ? sameCategory : 1;
    const score = found.reduce((sum, { worth }) => sum + worth, 0) * speaks * belongs;
    return { id: article.id, score, words: found.slice(0, 5).map(({ word }) => word) };
  }

  #rareness(stem: string): number {
    const holding = this.#holding.get(stem) ?? 0;
    return Math.log(1 + (this.#entries.length - holding + 0.5) / (holding + 0.5));
  }

  #amount(times: number, length: number): number {
    const norm = saturation * (1 - lengthMatters + (lengthMatters * length) / this.#usualLength);
    return (times * (saturation + 1)) / (times + norm);
  }
}

function entryOf(article: Article): Entry {
  const counts = new Map<string, number>();
  const count = (word: string, times: number) => {
    const stem = stemOf(word);
    if (stem.length > 2) counts.set(stem, (counts.get(stem) ?? 0) + times);
  };
  const words = wordsOf(plainText(article.text));
  for (const word of words) count(word, 1);
  for (const word of wordsOf(article.title)) count(word, titleCounts);
  return { article, counts, length: words.length };
}

/** The first letters stand for all forms of a word: good enough for seven languages, and nothing to maintain. */
function stemOf(word: string): string {
  return word.slice(0, stemLength).replace(/(?<=.{3})(?:es|s|e|en|n)$/, '');
}
