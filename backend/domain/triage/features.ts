import { plain, sentencesOf } from './words.ts';

/** How many buckets a text's features are hashed into. A model is only valid for the number it was trained with. */
export const buckets = 1 << 16;

/** What a text is made of, for a linear model: sorted buckets and their strengths, of length 1 taken together. */
export interface Features {
  bucket: Uint32Array;
  strength: Float32Array;
}

/** A mail says what it wants at its beginning; later words are not looked at. */
const mostWords = 400;
const longestWord = 30;
const shortestPiece = 3;
const longestPiece = 5;

const wordsPart = 1;
const piecesPart = 0.8;
const askedPart = 0.6;

/**
 * Words, pairs of neighbouring words and pieces of three to five letters of a mail, hashed. Pieces make compounds,
 * inflections and typing errors look alike; words of the subject count again by themselves. `signals` are what word lists
 * found, already between 0 and about 4.
 */
export function featuresOf(
  input: { subject: string; text: string },
  signals: Iterable<[name: string, strength: number]> = [],
): Features {
  const subject = tokensOf(input.subject.slice(0, 500));
  const tokens = [...subject, ...tokensOf(input.text.slice(0, 8_000))].slice(0, mostWords);
  const words = new Map<number, number>();
  const pieces = new Map<number, number>();
  let before = '^';
  for (const token of tokens) {
    count(words, hash('w', token));
    count(words, hash(before, token));
    before = token;
    addPieces(pieces, token);
  }
  for (const token of subject) count(words, hash('s', token));
  const asked = new Map<number, number>();
  for (const token of askedIn(input.text.slice(0, 4_000))) count(asked, hash('q', token));
  const strengths = new Map<number, number>();
  addPart(strengths, words, wordsPart);
  addPart(strengths, pieces, piecesPart);
  addPart(strengths, asked, askedPart);
  for (const [signal, strength] of signals) strengths.set(hash('signal', signal), strength);
  return packed(strengths);
}

/** What a mail asks for stands in its questions and requests. */
const asking =
  /[?]$|\b(?:please|could|would|should|want|wish|need|suggest|bitte|könnte[nt]?|würde[nt]?|möchte[nt]?|sollte[nt]?|wünsch\w*|merci de|pourr\w+|voudr\w+|souhait\w*|aimer\w+|por favor|podr[ií]\w+|quisi\w+|gustar[ií]\w+|desear\w*|poder[ií]\w+|quer[ií]\w+|gostar\w+|per favore|potre\w+|vorre\w+|graag|alstublieft|zou\w*|wil|kunnen)\b/iu;

function askedIn(text: string): string[] {
  return sentencesOf(text)
    .slice(0, 60)
    .filter((sentence) => asking.test(sentence))
    .flatMap(tokensOf)
    .slice(0, 120);
}

/** Digits say little and vary much: all become 0. */
function tokensOf(text: string): string[] {
  return (
    plain(text)
      .replace(/\d/g, '0')
      .match(/\p{L}+(?:'\p{L}+)?|0+/gu) ?? []
  ).map((one) => one.slice(0, longestWord));
}

function addPieces(pieces: Map<number, number>, token: string): void {
  const spelled = ` ${token} `;
  for (let start = 0; start < spelled.length; start += 1) {
    let state = seedOf('p');
    const end = Math.min(spelled.length, start + longestPiece);
    for (let at = start; at < end; at += 1) {
      state = mixed(state, spelled.charCodeAt(at));
      if (at - start + 1 >= shortestPiece) count(pieces, finished(state));
    }
  }
}

function count(counts: Map<number, number>, bucket: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
}

/** Each part has length `share` whatever the mail's length; saying something again adds ever less. */
function addPart(strengths: Map<number, number>, counts: Map<number, number>, share: number): void {
  let squares = 0;
  for (const times of counts.values()) squares += (1 + Math.log(times)) ** 2;
  const factor = squares === 0 ? 0 : share / Math.sqrt(squares);
  for (const [bucket, times] of counts) {
    strengths.set(bucket, (strengths.get(bucket) ?? 0) + (1 + Math.log(times)) * factor);
  }
}

function packed(strengths: Map<number, number>): Features {
  const bucket = Uint32Array.from(strengths.keys()).sort();
  const strength = Float32Array.from(bucket, (one) => strengths.get(one) ?? 0);
  return { bucket, strength };
}

/** FNV-1a (Fowler, Noll, Vo), folded to the number of buckets. */
function hash(kind: string, token: string): number {
  let state = seedOf(kind);
  for (let index = 0; index < token.length; index += 1) state = mixed(state, token.charCodeAt(index));
  return finished(state);
}

function seedOf(kind: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < kind.length; index += 1) state = mixed(state, kind.charCodeAt(index));
  return mixed(state, 0x1f);
}

function mixed(state: number, code: number): number {
  return Math.imul(state ^ code, 0x01000193) >>> 0;
}

function finished(state: number): number {
  return (state ^ (state >>> 16)) & (buckets - 1);
}
