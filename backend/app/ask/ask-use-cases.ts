import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import type { AskLanguage, AskMoment, AskQuery, Named, Reading, Suggestion } from '../../domain/ask/ask-query.ts';
import { phraseBook } from '../../domain/ask/phrase-book.ts';
import { sayQuery } from '../../domain/ask/say-query.ts';
import { readQuestion } from '../../domain/ask/settle-question.ts';
import { Failure } from '../../domain/failure.ts';
import type { AnalystEngine } from '../../domain/vocabulary.ts';
import type { CaseFilter, FoundCase } from '../../ports/case-index.ts';
import { type AnswerDeps, answerQuery, type Figure } from './answer-query.ts';
import { type AskModelDeps, askModel } from './ask-model.ts';
import { namesHere } from './names-here.ts';

export interface Question {
  /** In plain words; or `query`, to ask again what was changed by hand. */
  question?: string | undefined;
  query?: AskQuery | undefined;
  zone: string;
  /** Of the words about a query; a question is answered in its own. English unless given. */
  language?: AskLanguage | undefined;
}

/** The figure of one group, with the name that people know it by. */
export type NamedGroup = NonNullable<Figure['groups']>[number] & { name: string | null };

/** What was answered, or why we ask back instead. */
export interface Answered {
  language: AskLanguage;
  engine: AnalystEngine;
  /** Why the local engine read the question although a language model was wanted. */
  engineReason?: string | undefined;
  answer: {
    query: AskQuery;
    reading: string;
    notes: string[];
    figure: Omit<Figure, 'groups'> & { groups: NamedGroup[] | null };
    cases: FoundCase[];
    total: number;
    listed: CaseFilter | null;
  } | null;
  /** Why there is no figure; null with an answer. */
  unclear: string | null;
  suggestions: Suggestion[];
}

export interface AskUseCases {
  /** @throws Failure `forbidden` where an agent asks for figures of other people */
  ask(actor: Actor, question: Question): Promise<Answered>;
}

export type AskDeps = AnswerDeps & AskModelDeps;

export function bindAsk(deps: AskDeps): AskUseCases {
  return {
    async ask(actor, { question = '', query, zone, language: wanted = 'en' }) {
      const moment = { nowMs: deps.clock.nowMs(), zone };
      const names = await namesHere(deps);
      const { reading, ...spoke } =
        query === undefined
          ? await readAnyhow(deps, question, names, moment)
          : { reading: asReading(query, names, wanted), engine: 'local' as const };
      const { language } = reading;
      const say = (one: AskQuery) => sayQuery(one, language, zone, (kind, key) => nameOf(names, kind, key));
      const said = (suggestions: Suggestion[]) =>
        suggestions.map((one) => (one.query === undefined ? one : { ...one, text: say(one.query) }));
      if (reading.kind === 'unclear') {
        return { ...spoke, language, answer: null, unclear: reading.why, suggestions: said(reading.suggestions) };
      }
      refuseOthers(actor, reading.query);
      const { notes, alternatives, query: asked } = reading;
      const { own, figure, ...found } = await answerQuery(deps, actor, asked, zone);
      const answer = {
        query: asked,
        reading: say(asked),
        notes: own ? [...notes, language === 'de' ? 'Nur deine eigenen Fälle.' : 'Of your own cases only.'] : notes,
        figure: {
          ...figure,
          groups: figure.groups?.map((group) => ({ ...group, name: named(names, asked, group.key) })) ?? null,
        },
        ...found,
      };
      return { ...spoke, language, answer, unclear: null, suggestions: said(alternatives) };
    },
  };
}

/** By our own grammar; by a language model only where that does not understand. */
async function readAnyhow(deps: AskDeps, question: string, names: Named[], moment: AskMoment) {
  const reading = readQuestion(question, phraseBook(names), moment);
  if (reading.kind === 'query' || question.trim() === '') return { reading, engine: 'local' as const };
  const widened = await askModel(deps, question, names, moment);
  return widened.kind === 'read'
    ? { reading: { ...widened.reading, language: reading.language } as Reading, engine: 'openai' as const }
    : { reading, engine: 'local' as const, ...(widened.why !== undefined && { engineReason: widened.why }) };
}

/** A query that somebody changed by hand names only what there is. */
function asReading(query: AskQuery, names: Named[], language: AskLanguage): Reading {
  const fields = { assignee: 'person', team: 'team', category: 'category' } as const;
  const faults = Object.entries(fields).flatMap(([field, kind]) => {
    const known = new Set(names.filter((one) => one.kind === kind).flatMap((one) => [one.key, ...(one.with ?? [])]));
    const values = query.filter[field as keyof typeof fields] ?? [];
    const unknown = values.filter((one) => !known.has(one) && !(field === 'assignee' && ['me', 'none'].includes(one)));
    return unknown.map((one) => ({ path: `query.filter.${field}`, message: `there is no ${kind} ${one}` }));
  });
  if (faults.length > 0) throw new Failure('invalid', 'The query names what there is not.', { faults });
  return { kind: 'query', query, language, notes: [], alternatives: [] };
}

function refuseOthers(actor: Actor, { by, filter }: AskQuery): void {
  if (may(actor.role, 'analytics.everybody')) return;
  const others = (filter.assignee ?? []).some((one) => one !== 'me' && one !== 'none' && one !== actor.id);
  if (by === 'assignee' || others) throw new Failure('forbidden', 'Figures of other people need the role manager.');
}

function named(names: Named[], { by }: AskQuery, key: string | null): string | null {
  if (key === null || (by !== 'assignee' && by !== 'team' && by !== 'category')) return key;
  return nameOf(names, by, key);
}

function nameOf(names: Named[], field: 'assignee' | 'team' | 'category', key: string): string {
  const kind = field === 'assignee' ? 'person' : field;
  return names.find((one) => one.kind === kind && one.key === key)?.name ?? key;
}
