import { complains, feels } from '../backend/adapters/local-analyst/answers.ts';
import type { Observed } from '../backend/adapters/local-analyst/observe.ts';
import { observe } from '../backend/adapters/local-analyst/observe.ts';
import type { LinearModel } from '../backend/domain/triage/linear-model.ts';
import { lineOf } from './asked.ts';
import { learn, type Question } from './lessons.ts';
import type { PublicRow } from './public-rows.ts';
import { questions } from './questions.ts';
import { type Example, seedMails } from './seed-mails.ts';

type Judge = (model: LinearModel, seen: Observed) => string;

const mood: Judge = (model, seen) => {
  const said = feels(model, seen, 'en');
  return said === 'frustrated' ? 'negative' : said;
};

const measured: [string, Question, Judge, string?][] = [
  ['complaint', questions.complaint, (model, seen) => (complains(model, seen) ? 'yes' : 'no'), 'yes'],
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
