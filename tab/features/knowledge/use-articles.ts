import { useCallback } from 'react';
import type { Article, ArticleList } from '../../../backend/contracts/knowledge.ts';
import { useSession } from '../../session/session.ts';
import { type Pages, usePages } from '../../session/use-pages.ts';

/** What the list is narrowed by; it lives in the page's part of the address. */
export interface Narrowing {
  find: string;
  kind: '' | Article['kind'];
  about: string;
  lang: string;
}

export function readNarrowing({ find = '', kind = '', about = '', lang = '' }: Record<string, string>): Narrowing {
  return { find, kind: kind === 'article' || kind === 'canned' ? kind : '', about, lang };
}

export function useArticles({ find, kind, about, lang }: Narrowing): Pages<ArticleList> {
  const { api } = useSession();
  const ask = useCallback(
    (after?: string) =>
      api('listArticles', {
        query: {
          ...(find !== '' && { q: find }),
          ...(kind !== '' && { kind }),
          ...(about !== '' && { category: about }),
          ...(lang !== '' && { language: lang }),
          ...(after !== undefined && { after }),
        },
      }),
    [api, find, kind, about, lang],
  );
  return usePages(ask);
}
