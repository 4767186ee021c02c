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
import type { Manner } from './tell.ts';

const target = path.join(import.meta.dirname, '..', 'backend', 'adapters', 'local-analyst', 'weights.bin.gz');
/** Manners of writing that are broad enough to be held out. */
const manners: Manner[] = ['mail', 'short', 'wide'];

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

/**
 * Scores of the category by models that knew neither the mail nor any mail of its kind: each part leaves out a whole manner
 * of writing among the seeds, or a whole public source.
 */
function heldOut(examples: Example[], seen: (example: Example) => Features): Held[] {
  const isSeed = ({ source }: Example) => source.startsWith('seeds');
  const sources = examples.filter((one) => !isSeed(one) && one.category !== undefined).map((one) => one.source);
  const parts = [
    ...manners.map((manner) => examples.filter((one) => isSeed(one) && one.source.endsWith(`-${manner}`))),
    ...[...new Set(sources)].map((source) => examples.filter((one) => one.source === source)),
  ];
  return parts.flatMap((part) => {
    const left = new Set(part);
    const rest = examples.filter((one) => !left.has(one));
    const model = learn(questions.category, rest, seen);
    const held = part.filter((one) => one.category !== undefined);
    const weight = (isSeed(held[0] as Example) ? 1 : 0.5) / held.length;
    return held.map((one) => ({
      scores: scoresOf(model, seen(one)),
      label: model.labels.indexOf(one.category ?? ''),
      weight,
    }));
  });
}

train(process.argv.slice(2));
