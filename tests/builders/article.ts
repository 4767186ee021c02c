import type { Article } from '../../backend/domain/knowledge/article.ts';

/** An article with valid defaults. */
export function anArticle(fields: Partial<Article> = {}): Article {
  return {
    id: '0123456789abcdef01234567',
    kind: 'article',
    title: 'Resetting the boiler',
    text: 'Press the red button for **five** seconds.',
    categories: ['technical'],
    language: 'en',
    published: true,
    fromCase: null,
    createdAt: '2026-11-24T10:00:00.000Z',
    updatedAt: '2026-11-24T10:00:00.000Z',
    updatedBy: 'agent-1',
    ...fields,
  };
}
