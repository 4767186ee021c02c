import type { Observed } from '../backend/adapters/local-analyst/observe.ts';
import { observe } from '../backend/adapters/local-analyst/observe.ts';
import { type LinearModel, scoresOf, softmax } from '../backend/domain/triage/linear-model.ts';
import { likeliest } from '../backend/domain/triage/own-category-model.ts';
import { weighMood } from '../backend/domain/triage/weigh-mood.ts';
import { lineOf } from './asked.ts';
import { learn, type Question } from './lessons.ts';
import type { PublicRow } from './public-rows.ts';
import { questions } from './questions.ts';
import { type Example, seedMails } from './seed-mails.ts';

type Judge = (model: LinearModel, seen: Observed) => string;

/** The moods of English mails, as the engine weighs them. */
const mood: Judge = (model, { features, valence }) => {
  const [negative = 0, neutral = 0, positive = 0] = softmax(scoresOf(model, features));
  return weighMood({ negative, neutral, positive }, valence.good, valence.bad);
};

const measured: [string, Question, Judge, string?][] = [
  ['complaint', questions.complaint, (model, { features }) => likeliest(model, features), 'yes'],
  ['mood', questions.mood, mood],
];

/** Lines of a table: each source that the shipped weights know, judged by a model that learned everything but it. */
export function unseenSources(rows: PublicRow[]): string[] {
  const known = rows.filter(({ shippable }) => shippable);
  const examples: Example[] = [...seedMails(), ...known];
  const cache = new Map<Example, Observed>();
  const seen = (example: Example) => {
    const known = cache.get(example) ?? observe(example);
    cache.set(example, known);
    return known;
  };
  const lines = measured.flatMap(([name, question, judge, label]) => {
    const labelled = known.filter((one) => question.answer(one) !== undefined);
    return [...new Set(labelled.map(({ source }) => source))].map((source) => {
      const model = learn(
        question,
        examples.filter((one) => one.source !== source),
        (example) => seen(example).features,
      );
      const pairs = labelled
        .filter((one) => one.source === source)
        .map((one) => ({ want: question.answer(one) ?? '', got: judge(model, seen(one)) }));
      return lineOf(source, name, pairs, label);
    });
  });
  return ['| set | question | mails | accuracy (95 % interval) | F1 |', '|---|---|---|---|---|', ...lines];
}
