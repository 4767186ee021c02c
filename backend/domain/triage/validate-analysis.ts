import { type Priority, priorities, type Sentiment, sentiments } from '../vocabulary.ts';
import type { Analysis, CategoryChoice, Entities } from './analysis.ts';

const longest = { reason: 200, summary: 240, entity: 120, title: 120, step: 240 };
const most = { reasons: 6, entities: 10, tasks: 4 };

/**
 * The one gate for every engine: an analysis within the product's words, or null when what it says is not one. Categories
 * are those of the tree; texts become one line without addresses of web pages and without markup, for they are shown
 * to people and come from strangers.
 */
export function validAnalysis(said: Analysis, categories: CategoryChoice[]): Analysis | null {
  const { confidence, language } = said;
  const known =
    categories.some(({ key }) => key === said.category) &&
    (priorities as readonly string[]).includes(said.priority satisfies Priority) &&
    (sentiments as readonly string[]).includes(said.sentiment satisfies Sentiment) &&
    Number.isFinite(confidence) &&
    /^(?:[a-z]{2}|und)$/.test(language);
  const summary = plainLine(said.summary, longest.summary);
  if (!known || summary === '') return null;
  return {
    ...said,
    confidence: Math.min(Math.max(confidence, 0), 1),
    summary,
    priorityReasons: lines(said.priorityReasons, most.reasons, longest.reason),
    entities: {
      numbers: lines(said.entities.numbers, most.entities, longest.entity),
      dates: lines(said.entities.dates, most.entities, longest.entity),
      places: lines(said.entities.places, most.entities, longest.entity),
      people: lines(said.entities.people, most.entities, longest.entity),
    },
    suggestedTasks: said.suggestedTasks
      .map(({ title, because }) => ({
        title: plainLine(title, longest.title),
        because: plainLine(because, longest.reason),
      }))
      .filter(({ title }) => title !== '')
      .slice(0, most.tasks),
    nextStep: plainLine(said.nextStep, longest.step),
  };
}

/** Keeps only what the mail itself names, so that an engine can invent none of it. */
export function entitiesIn(text: string, entities: Entities): Entities {
  const source = text.toLowerCase();
  const named = (list: string[]) => list.filter((one) => source.includes(one.toLowerCase()));
  return {
    numbers: named(entities.numbers),
    dates: named(entities.dates),
    places: named(entities.places),
    people: named(entities.people),
  };
}

function lines(texts: string[], count: number, length: number): string[] {
  return texts
    .map((text) => plainLine(text, length))
    .filter((text) => text !== '')
    .slice(0, count);
}

/** One line of plain words: control characters, tags and web addresses go. */
export function plainLine(text: string, length: number): string {
  const line = text
    .slice(0, 4_000)
    .replace(/<\/?[a-z!][^<>]{0,400}>/gi, ' ')
    .replace(/\b(?:https?|ftp|javascript|data|file):\S{0,2000}|\bwww\.\S{1,500}/gi, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
