import type { MetricName } from '../vocabulary.ts';
import type { AskLanguage, AskMoment, AskQuery, Reading, Suggestion } from './ask-query.ts';
import type { Fault } from './collect.ts';
import { slips } from './hear-question.ts';
import type { PhraseBook } from './phrase-book.ts';
import { sayQuery } from './say-query.ts';

export type Unclear =
  | Fault
  | { kind: 'empty' }
  | { kind: 'several-periods' }
  | { kind: 'several-groupings' }
  | { kind: 'several-figures'; metrics: MetricName[] }
  | { kind: 'no-figure'; why: 'duration' | 'share' | 'speed' | 'due' }
  | { kind: 'no-period' }
  /** Overdue in a period: then, or among what came then, or not resolved in time then? */
  | { kind: 'overdue-then'; query: AskQuery; from: string; to?: string | undefined }
  | { kind: 'no-trend' };

const samples: Record<AskLanguage, string[]> = {
  en: [
    'How many cases are open?',
    'Overdue cases by team',
    'Created this week by category',
    'Median first response time last month',
  ],
  de: [
    'Wie viele Fälle sind offen?',
    'Überfällige Fälle nach Team',
    'Eingegangen diese Woche nach Kategorie',
    'Reaktionszeit im letzten Monat',
  ],
};

/** Why a question was not answered, in its language, and what could be asked instead. */
export function askingBack(why: Unclear, language: AskLanguage, book: PhraseBook, moment: AskMoment): Reading {
  const texts = why.kind === 'unknown' ? nearby(why.text, book) : [];
  const queries = queriesFor(why).map((query): Suggestion => ({ text: sayQuery(query, language, moment.zone), query }));
  const named = why.kind === 'several-names' ? why.named.map(({ name }) => ({ text: name })) : [];
  const suggestions = [...named, ...queries, ...texts.map((text) => ({ text }))];
  const more = suggestions.length > 0 ? suggestions : samples[language].map((text) => ({ text }));
  return { kind: 'unclear', language, why: words[language](why), suggestions: more.slice(0, 5) };
}

/** Words of the grammar that are spelled much like one that is not known. */
function nearby(word: string, { words: known }: PhraseBook): string[] {
  const most = word.length > 6 ? 2 : 1;
  return known
    .map((one) => one.replace('*', ''))
    .filter((one) => one.length > 3 && slips(word, one) <= most)
    .slice(0, 3);
}

function queriesFor(why: Unclear): AskQuery[] {
  const ask = (metric: MetricName, more: Partial<AskQuery> = {}): AskQuery => ({
    metric,
    statistic: 'median',
    filter: {},
    ...more,
  });
  if (why.kind === 'several-figures') return why.metrics.map((metric) => ask(metric));
  if (why.kind === 'overdue-then') {
    const { createdFrom: _from, createdTo: _to, ...filter } = why.query.filter;
    const met = ask('slaMetPercent', { filter, from: why.from, to: why.to });
    return [ask('breached', { filter }), why.query, met];
  }
  if (why.kind === 'opened-by') return [ask('created', { filter: { assignee: [why.named.key] } })];
  if (why.kind !== 'no-figure' || why.why === 'due') return [];
  if (why.why === 'share') return [ask('slaMetPercent')];
  const by = why.why === 'speed' ? { by: 'assignee' as const, order: 'least' as const } : {};
  return [ask('firstResponseMinutes', by), ask('resolutionMinutes', by)];
}

const words: Record<AskLanguage, (why: Unclear) => string> = {
  en: (why) => {
    switch (why.kind) {
      case 'unknown':
        return `I do not know “${why.text}”. Is it a name? Then write it as in the settings.`;
      case 'number':
        return `I do not know what “${why.text}” stands for.`;
      case 'several-names':
        return `“${why.text}” may be ${why.named.map(({ name, kind }) => `${name} (${kind})`).join(' or ')}. Which one?`;
      case 'left-out':
        return 'I cannot leave cases out of a figure. Ask for those you mean.';
      case 'counts-others':
        return `I count cases, not ${why.text}.`;
      case 'opened-by':
        return `Figures do not tell who opened a case. Do you mean the cases of ${why.named.name}?`;
      case 'tag-missing':
        return 'Which tag?';
      case 'two-statistics':
        return 'The median, or what nine of ten took?';
      case 'overdue-then':
        return 'Overdue is known for this moment. Which one?';
      case 'empty':
        return 'What would you like to know?';
      case 'several-periods':
        return 'I answer for one period at a time.';
      case 'several-groupings':
        return 'I split by one thing at a time.';
      case 'several-figures':
        return 'These are several figures. Which one?';
      case 'no-figure':
        return why.why === 'due' ? 'Due until when?' : 'Which figure do you mean?';
      case 'no-period':
        return 'From when on?';
      case 'no-trend':
        return 'That figure is known for this moment only, not over time.';
    }
  },
  de: (why) => {
    switch (why.kind) {
      case 'unknown':
        return `„${why.text}“ kenne ich nicht. Ist es ein Name? Dann bitte wie in den Einstellungen.`;
      case 'number':
        return `Wofür steht „${why.text}“?`;
      case 'several-names':
        return `„${why.text}“ kann ${why.named.map(({ name }) => name).join(' oder ')} sein. Was ist gemeint?`;
      case 'left-out':
        return 'Ausschließen kann ich Fälle nicht. Bitte nennen, was gezählt werden soll.';
      case 'counts-others':
        return `Gezählt werden Fälle, nicht ${why.text}.`;
      case 'opened-by':
        return `Wer einen Fall eröffnet hat, sagt keine Zahl. Sind die Fälle von ${why.named.name} gemeint?`;
      case 'tag-missing':
        return 'Welches Schlagwort?';
      case 'two-statistics':
        return 'Der Median, oder was neun von zehn brauchten?';
      case 'overdue-then':
        return 'Überfällig kenne ich nur für jetzt. Was ist gemeint?';
      case 'empty':
        return 'Was möchten Sie wissen?';
      case 'several-periods':
        return 'Bitte nur ein Zeitraum auf einmal.';
      case 'several-groupings':
        return 'Bitte nur nach einem Merkmal aufteilen.';
      case 'several-figures':
        return 'Das sind mehrere Zahlen. Welche?';
      case 'no-figure':
        return why.why === 'due' ? 'Fällig bis wann?' : 'Welche Zahl ist gemeint?';
      case 'no-period':
        return 'Ab wann?';
      case 'no-trend':
        return 'Diese Zahl gibt es nur für jetzt, nicht im Verlauf.';
    }
  },
};
