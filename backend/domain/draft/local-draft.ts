import type { SupportCase } from '../case/case.ts';
import { type ShippedCategory, shippedCategories } from '../vocabulary.ts';
import type { Citation, Draft } from './ground.ts';
import { draftPhrases, type Phrases } from './phrases.ts';
import type { Source } from './sources.ts';

const longestQuote = 300;
const longestArticle = 900;
/** Articles in another language are for the agent to read, not for the customer. */
type Spoken = Source & { language: string | null };

/**
 * A draft from our own phrases and the facts of the case, in the customer's language, English where we have no phrases.
 * Everything in it is a phrase of ours or stands word for word in a source.
 */
export function localDraft(value: SupportCase, mails: Source[], articles: Spoken[], agentName: string): Draft {
  const language = draftPhrases[value.language] === undefined ? 'en' : value.language;
  const phrases = draftPhrases[language] as Phrases;
  const phrase = (text: string): Citation => ({
    sentence: text,
    sources: [{ kind: 'phrase', id: `draft-${language}`, title: 'Our own phrases' }],
  });
  const citations: Citation[] = [
    phrase(
      value.customer.name === ''
        ? phrases.greetingWithoutName
        : phrases.greeting.replace('{name}', () => value.customer.name),
    ),
    phrase(phrases.thanks),
  ];
  if (value.complaint) citations.push(phrase(phrases.sorry));
  const last = mails.filter(({ kind }) => kind === 'mail').at(-1);
  const number = value.ai?.entities?.numbers?.[0];
  if (last !== undefined && number !== undefined) {
    citations.push(
      resting(
        phrases.number.replace('{number}', () => number),
        last,
      ),
    );
  } else if (last !== undefined && value.summary !== '') {
    citations.push(
      resting(
        phrases.quote.replace('{quote}', () => shortened(value.summary, longestQuote)),
        last,
      ),
    );
  }
  const article = articles.find((one) => one.language === null || one.language === language);
  if (article === undefined) citations.push(phrase(phrases.ask[topicOf(value)]));
  else {
    citations.push(phrase(phrases.article), resting(shortened(article.text, longestArticle), article));
  }
  citations.push(phrase(phrases.closing.replace('{agent}', () => agentName)));
  return { text: citations.map(({ sentence }) => sentence).join('\n\n'), citations, unsupported: [] };
}

function resting(sentence: string, { kind, id, title }: Source): Citation {
  return { sentence, sources: [{ kind, id, title }] };
}

function topicOf({ category }: SupportCase): ShippedCategory {
  return shippedCategories.find((one) => one === category) ?? 'general';
}

/** Cut where a paragraph or sentence ends, if one does. */
function shortened(text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= longest) return trimmed;
  const cut = trimmed.slice(0, longest);
  const end = Math.max(cut.lastIndexOf('\n\n'), cut.lastIndexOf('. ') + 1);
  return end > longest / 3 ? cut.slice(0, end).trimEnd() : `${cut.slice(0, -1).trimEnd()}…`;
}
