import { useEffect, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { Api } from '../../../ui/api.ts';

/** A text ready to be put into a mail. */
export interface ReadyText {
  id: string;
  title: string;
  text: string;
  language: string | null;
}

export interface Texts {
  templates: ReadyText[];
  articles: ReadyText[];
}

/** Templates for replies and articles, those in the customer's language first. */
export function useTexts(api: Api, language: string): Texts {
  const [texts, setTexts] = useState<Texts>({ templates: [], articles: [] });
  useEffect(() => {
    let wanted = true;
    const none = () => [];
    const templates = api('readTemplates', {}).then(
      (all) =>
        all.templates.filter(({ kind }) => kind === 'reply').map(({ name, ...rest }) => ({ ...rest, title: name })),
      none,
    );
    const kept = api('listArticles', { query: { limit: 200 } }).then(({ items }) => items, none);
    Promise.all([templates, kept]).then(([replies, items]) => {
      if (!wanted) return;
      const published = items.filter((article) => article.published);
      const canned = published.filter(({ kind }) => kind === 'canned');
      const articles = published.filter(({ kind }) => kind === 'article');
      setTexts({ templates: ordered([...replies, ...canned], language), articles: ordered(articles, language) });
    });
    return () => {
      wanted = false;
    };
  }, [api, language]);
  return texts;
}

function ordered<T extends ReadyText>(texts: T[], language: string): T[] {
  const fits = (text: T) => (text.language === null || text.language === language ? 0 : 1);
  return texts.toSorted((a, b) => fits(a) - fits(b) || a.title.localeCompare(b.title));
}

/** The text with what is known filled in, and what a person still has to fill in. @throws ProblemError, OfflineError */
export function filled(api: Api, { text, language }: ReadyText, value: Case | null) {
  const speaks = language ?? value?.language ?? 'en';
  const known = value === null ? {} : { case: value.id };
  return api('previewTemplate', { body: { text, language: /^[a-z]{2,3}$/.test(speaks) ? speaks : 'en', ...known } });
}
