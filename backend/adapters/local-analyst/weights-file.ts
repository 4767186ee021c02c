import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Calibration, EngineWeights } from '../../domain/triage/engine-weights.ts';
import type { LinearModel } from '../../domain/triage/linear-model.ts';

const names = ['category', 'complaint', 'mood', 'pressing'] as const;

interface Head {
  buckets: number;
  calibration: Calibration;
  models: { labels: string[]; bias: number[]; scale: number[] }[];
}

/** The weights the product ships with. They lie beside this file, and beside the built server. */
export function shippedWeights(): EngineWeights {
  return readWeights(readFileSync(new URL('./weights.bin.gz', import.meta.url)));
}

/** A length, a head in JSON, then a signed byte a weight, model by model, label by label; all of it zipped. */
export function writeWeights(weights: EngineWeights): Buffer {
  const models = names.map((name) => quantised(weights[name]));
  const head: Head = {
    buckets: weights.category.buckets,
    calibration: weights.calibration,
    models: models.map(({ labels, bias, scale }) => ({ labels: [...labels], bias: [...bias], scale: [...scale] })),
  };
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const bodies = models.map(({ weights: bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return gzipSync(Buffer.concat([length, text, ...bodies]), { level: 9 });
}

export function readWeights(zipped: Uint8Array): EngineWeights {
  const bytes = gunzipSync(zipped);
  const start = 4 + bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
  let at = start;
  const models = head.models.map(({ labels, bias, scale }): LinearModel => {
    const size = labels.length * head.buckets;
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
    at += size;
    return { labels, bias: Float32Array.from(bias), scale: Float32Array.from(scale), weights, buckets: head.buckets };
  });
  const [category, complaint, mood, pressing] = models;
  if (!category || !complaint || !mood || !pressing) throw new Error('The weights are not whole.');
  return { category, complaint, mood, pressing, calibration: head.calibration };
}

/** Each label's largest weight becomes 127. Loses less than half a percent of any score. */
function quantised(model: LinearModel): LinearModel {
  const scale = model.scale.slice();
  const weights = new Int8Array(model.weights.length);
  for (let label = 0; label < model.labels.length; label += 1) {
    const row = Float32Array.from(model.weights.subarray(label * model.buckets, (label + 1) * model.buckets));
    const largest = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    for (const [index, weight] of row.entries()) {
      weights[label * model.buckets + index] = Math.round((weight / largest) * 127);
    }
    scale[label] = ((model.scale[label] ?? 1) * largest) / 127;
  }
  return { ...model, weights, scale };
}
