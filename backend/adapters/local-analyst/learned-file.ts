import { gunzipSync, gzipSync } from 'node:zlib';
import type { LinearModel } from '../../domain/triage/linear-model.ts';
import type { TaughtQuestion } from '../../domain/vocabulary.ts';

/** The models that people's corrections taught, by question; an absent one speaks as shipped. */
export type LearnedByQuestion = Partial<Record<TaughtQuestion, LinearModel>>;

interface Head {
  buckets: number;
  models: { question: TaughtQuestion; labels: string[]; bias: number[] }[];
}

/** Models learned here as bytes: a length, a head in JSON, and the weights as 32-bit floats, model by model, zipped. */
export function writeLearned(learned: LearnedByQuestion): Buffer {
  const models = Object.entries(learned) as [TaughtQuestion, LinearModel][];
  const head: Head = {
    buckets: models[0]?.[1].buckets ?? 0,
    models: models.map(([question, { labels, bias }]) => ({ question, labels: [...labels], bias: [...bias] })),
  };
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const bodies = models.map(([, { weights }]) => Buffer.from(Float32Array.from(weights).buffer));
  return gzipSync(Buffer.concat([length, text, ...bodies]));
}

export function readLearned(zipped: Uint8Array): LearnedByQuestion {
  const bytes = gunzipSync(zipped);
  let at = 4 + bytes.readUInt32LE(0);
  const { buckets, models } = JSON.parse(bytes.toString('utf8', 4, at)) as Head;
  const learned: LearnedByQuestion = {};
  for (const { question, labels, bias } of models) {
    const size = 4 * labels.length * buckets;
    // Floats must begin at a multiple of four.
    const weights = new Float32Array(new Uint8Array(bytes.subarray(at, at + size)).buffer);
    at += size;
    const scale = new Float32Array(labels.length).fill(1);
    learned[question] = { labels, buckets, bias: Float32Array.from(bias), weights, scale };
  }
  return learned;
}
