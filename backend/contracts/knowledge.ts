import { z } from 'zod';
import { Instant, line } from './common.ts';
import { PresentPerson } from './live.ts';

const kind = z
  .enum(['article', 'canned'])
  .meta({ description: 'canned: an answer ready to be sent, with placeholders' });
const language = z.string().regex(/^[a-z]{2}$/, 'must be two lower-case letters (ISO 639-1)');

/** What people write of an article. */
export const ArticleText = z.strictObject({
  kind: kind.default('article'),
  title: line(200),
  text: z
    .string()
    .trim()
    .min(1)
    .max(40_000)
    .meta({ description: 'Markdown; may hold placeholders like {{customer.name}}' }),
  categories: z.array(line(100)).max(50).default([]),
  language: language.nullable().default(null),
  published: z.boolean().default(true).meta({ description: 'drafts are found, but neither suggested nor quoted' }),
});
export type ArticleText = z.infer<typeof ArticleText>;

export const Article = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  text: z.string(),
  categories: z.array(z.string()),
  language: z.string().nullable(),
  published: z.boolean(),
  fromCase: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: z.string(),
  etag: z.string(),
});
export type Article = z.infer<typeof Article>;

export const ArticleQuery = z.object({
  q: z.string().trim().min(1).max(300).optional(),
  category: z.string().max(100).optional(),
  language: language.optional(),
  kind: kind.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
});
export type ArticleQuery = z.infer<typeof ArticleQuery>;

export const ArticleList = z.object({ items: z.array(Article), total: z.int(), next: z.string().optional() });
export type ArticleList = z.infer<typeof ArticleList>;

export const ArticleHistory = z.object({
  items: z.array(Article).meta({ description: 'what it said before, the newest first; the last twenty' }),
});
export type ArticleHistory = z.infer<typeof ArticleHistory>;

export const RemovedArticle = z.object({ id: z.string(), removed: z.literal(true) });

/** What may help with a case. */
export const Suggestions = z.object({
  nextStep: z.string(),
  articles: z.array(
    z.object({
      id: z.string(),
      kind,
      title: z.string(),
      text: z.string(),
      language: z.string().nullable(),
      score: z.number().meta({ description: 'only the order means something' }),
      words: z.array(z.string()).meta({ description: 'words of the case that led to it' }),
    }),
  ),
  tasks: z.array(z.object({ title: z.string(), because: z.string() })),
});
export type Suggestions = z.infer<typeof Suggestions>;

export const DraftRequest = z.strictObject({
  wish: z.string().trim().max(1_000).default('').meta({ description: 'what the agent wants the draft to say' }),
});
export type DraftRequest = z.infer<typeof DraftRequest>;

export const DraftReply = z.object({
  alsoReplying: z.array(PresentPerson).meta({ description: 'others who are writing a reply to the case now' }),
  text: z.string().meta({ description: 'for a person to edit and send' }),
  citations: z.array(
    z.object({
      sentence: z.string(),
      sources: z.array(
        z.object({
          kind: z.enum(['mail', 'answer', 'article', 'template', 'agent', 'phrase']),
          id: z.string(),
          title: z.string(),
        }),
      ),
    }),
  ),
  unsupported: z
    .array(z.object({ sentence: z.string(), why: z.string() }))
    .meta({ description: 'sentences that were struck because nothing supports them' }),
  engine: z.enum(['openai', 'local']),
  engineReason: z.string().optional(),
});
export type DraftReply = z.infer<typeof DraftReply>;
