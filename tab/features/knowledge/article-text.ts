import type { Article, ArticleText } from '../../../backend/contracts/knowledge.ts';

/** What people write of an article. */
export function textOf({ kind, title, text, categories, language, published }: Article): ArticleText {
  return { kind, title, text, categories, language, published };
}

export function blankText(kind: Article['kind'], language: string): ArticleText {
  return { kind, title: '', text: '', categories: [], language, published: true };
}

/** Placeholders that mean something in an answer to a customer. */
export const answerPlaceholders = ['customer.name', 'case.number', 'case.subject', 'agent.name', 'team.name'];

/** What is being written, for as long as the page lives: looking something up loses nothing. */
export const unsaved = new Map<string, ArticleText>();
