import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { observe } from '../backend/adapters/local-analyst/observe.ts';
import { writeWeights } from '../backend/adapters/local-analyst/weights-file.ts';
import type { Features } from '../backend/domain/triage/features.ts';
import { scoresOf } from '../backend/domain/triage/linear-model.ts';
import { calibrate, type Held } from './calibrate.ts';
import { learn } from './lessons.ts';
import { shippableRows } from './public-rows.ts';
import { questions } from './questions.ts';
import { type Example, seedMails } from './seed-mails.ts';

const target = path.join(import.meta.dirname, '..', 'backend', 'adapters', 'local-analyst', 'weights.bin.gz');
const folds = 4;

/**
 * npm run train -- [rows.jsonl.gz …]: learns from the seed mails and from the public rows given, of those whose licence
 * allows it, and writes the weights that the product ships. The same input gives the same weights.
 */
function train(files: string[]): void {
  const seeds = seedMails();
  const examples = [...seeds, ...files.flatMap(shippableRows)];
  const cache = new Map<Example, Features>();
  const seen = (example: Example): Features => {
    const known = cache.get(example) ?? observe(example).features;
    cache.set(example, known);
    return known;
  };
  const calibration = calibrate(heldOut(examples, seen));
  const weights = {
    category: learn(questions.category, examples, seen),
    complaint: learn(questions.complaint, examples, seen),
    mood: learn(questions.mood, examples, seen),
    pressing: learn(questions.pressing, examples, seen),
    calibration,
  };
  const bytes = writeWeights(weights);
  writeFileSync(target, bytes);
  console.log(
    `${seeds.length} seed mails, ${examples.length - seeds.length} public rows, ${bytes.length} bytes`,
    calibration,
  );
}

/** Scores of the category by models that knew neither the mail nor its source; seeds are held out by what they say. */
function heldOut(examples: Example[], seen: (example: Example) => Features): Held[] {
  const isSeed = ({ source }: Example) => source.startsWith('seeds');
  const seeds = examples.filter(isSeed);
  const parts = Array.from(
    { length: folds },
    (_, fold) => new Set(seeds.filter((_, at) => Math.floor(at / 4) % folds === fold)),
  );
  const sources = new Set(
    examples.filter((one) => !isSeed(one) && one.category !== undefined).map((one) => one.source),
  );
  for (const source of sources) parts.push(new Set(examples.filter((one) => one.source === source)));
  return parts.flatMap((part) => {
    const model = learn(
      questions.category,
      examples.filter((one) => !part.has(one)),
      seen,
    );
    const held = [...part].filter((one) => one.category !== undefined);
    const weight = (isSeed(held[0] as Example) ? 1 / folds : 0.5) / held.length;
    return held.map((one) => ({
      scores: scoresOf(model, seen(one)),
      label: model.labels.indexOf(one.category ?? ''),
      weight,
    }));
  });
}

train(process.argv.slice(2));
