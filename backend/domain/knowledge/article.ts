import type { Instant } from '../mail/mail.ts';

export const articleKinds = ['article', 'canned'] as const;
/** `article` tells how something is; `canned` is an answer ready to be sent, with placeholders. */
export type ArticleKind = (typeof articleKinds)[number];

/** A piece of knowledge as people wrote it. */
export interface Article {
  id: string;
  kind: ArticleKind;
  title: string;
  /** Markdown; in canned answers with placeholders such as `{{customer.name}}`. */
  text: string;
  /** Category keys it belongs to; empty fits any. */
  categories: string[];
  /** ISO 639-1 code, or null for any. */
  language: string | null;
  /** Drafts are found by searching, but neither suggested nor quoted in replies. */
  published: boolean;
  /** The case it was made from, or null. */
  fromCase: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Agent id. */
  updatedBy: string;
}

/** What people write of it. */
export type ArticleText = Pick<Article, 'kind' | 'title' | 'text' | 'categories' | 'language' | 'published'>;

/** Markdown as plain text: what search and drafts read. Links keep their address. */
export function plainText(markdown: string): string {
  return markdown
    .slice(0, 40_000)
    .replace(/!\[([^\]\n]{0,200})\]\([^)\n]{0,1000}\)/g, '$1')
    .replace(/\[([^\]\n]{0,300})\]\(([^)\n]{0,1000})\)/g, '$1 ($2)')
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .trim();
}
