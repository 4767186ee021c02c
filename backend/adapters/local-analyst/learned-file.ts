import { gunzipSync, gzipSync } from 'node:zlib';
import type { LinearModel } from '../../domain/triage/linear-model.ts';

interface Head {
  labels: string[];
  bias: number[];
  buckets: number;
}

/** A model learned here as bytes: a length, a head in JSON, and the weights as 32-bit floats, zipped. */
export function writeLearned({ labels, bias, weights, buckets }: LinearModel): Buffer {
  const head: Head = { labels: [...labels], bias: [...bias], buckets };
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const body = Float32Array.from(weights);
  return gzipSync(Buffer.concat([length, text, Buffer.from(body.buffer)]));
}

export function readLearned(zipped: Uint8Array): LinearModel {
  const bytes = gunzipSync(zipped);
  const start = 4 + bytes.readUInt32LE(0);
  const { labels, bias, buckets } = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
  const body = bytes.subarray(start);
  // Floats must begin at a multiple of four.
  const weights = new Float32Array(new Uint8Array(body).buffer);
  return { labels, buckets, bias: Float32Array.from(bias), weights, scale: new Float32Array(labels.length).fill(1) };
}
