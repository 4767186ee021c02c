import type { App } from '../../app/app.ts';
import type { Article } from '../../contracts/knowledge.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Article as StoredArticle } from '../../domain/knowledge/article.ts';
import type { Answer } from '../call.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

type KnowledgeRoutes = Pick<
  ApiHandlers,
  | 'listArticles'
  | 'createArticle'
  | 'getArticle'
  | 'articleHistory'
  | 'replaceArticle'
  | 'removeArticle'
  | 'articleFromCase'
  | 'suggestForCase'
  | 'draftReply'
>;

const suggested = 5;

export function knowledgeRoutes(app: App): KnowledgeRoutes {
  return {
    listArticles: async ({ query }) => {
      const { items, total, next } = await app.listArticles(query);
      return { body: { items: items.map(presentArticle), total, ...(next !== undefined && { next }) } };
    },
    createArticle: async ({ actor, body, idempotency }) =>
      articleAnswer(await app.createArticle(actor, body, idempotency), 201),
    getArticle: async ({ params }) => articleAnswer(await app.getArticle(params.id)),
    articleHistory: async ({ params }) => ({
      body: { items: (await app.articleHistory(params.id)).map(presentArticle) },
    }),
    replaceArticle: async ({ actor, params, body, ifMatch }) => {
      const version = await versionOf(app, params.id, ifMatch);
      return articleAnswer(await orPresent(app, params.id, app.replaceArticle(actor, params.id, body, version)));
    },
    removeArticle: async ({ params, ifMatch }) => {
      await orPresent(app, params.id, app.removeArticle(params.id, await versionOf(app, params.id, ifMatch)));
      return { body: { id: params.id, removed: true } };
    },
    articleFromCase: async ({ actor, params }) => articleAnswer(await app.articleFromCase(actor, params.id), 201),
    suggestForCase: async ({ params }) => {
      const { value } = await app.getCase(params.id);
      const articles = await app.suggestArticles(params.id, suggested);
      return {
        body: {
          nextStep: value.ai?.nextStep ?? '',
          tasks: value.ai?.suggestedTasks ?? [],
          articles: articles.map(({ article, score, words }) => ({
            id: article.id,
            kind: article.kind,
            title: article.title,
            text: article.text,
            language: article.language,
            score,
            words,
          })),
        },
      };
    },
    draftReply: async ({ actor, params, body }) => {
      const { text, citations, unsupported, engine, engineReason } = await app.draftReply(actor, params.id, body.wish);
      const alsoReplying = app.alsoReplying(actor, params.id);
      return {
        body: {
          text,
          citations,
          unsupported,
          engine,
          alsoReplying,
          ...(engineReason !== undefined && { engineReason }),
        },
      };
    },
  };
}

async function versionOf(app: App, id: string, ifMatch: IfMatch | undefined): Promise<string> {
  const present = async () => (await app.getArticle(id)).etag;
  return (await versionToMatch(ifMatch, present)) ?? present();
}

/** A stale change is refused with the article as it is shown now. */
async function orPresent<T>(app: App, id: string, change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    throw new Failure('stale', error.message, { current: presentArticle(await app.getArticle(id)), cause: error });
  }
}

function articleAnswer(article: Versioned<StoredArticle>, status = 200): Answer<Article> {
  return { status, body: presentArticle(article), etag: article.etag };
}

function presentArticle({ value, etag }: Versioned<StoredArticle>): Article {
  return {
    id: value.id,
    kind: value.kind,
    title: value.title,
    text: value.text,
    categories: value.categories,
    language: value.language,
    published: value.published,
    fromCase: value.fromCase,
    createdAt: value.createdAt,
    updatedAt: value.updatedAt,
    updatedBy: value.updatedBy,
    etag,
  };
}
