import type { Entry, ReadCommand, Rest, Unclear } from './command.ts';
import { isUnclear } from './command.ts';
import { isListWord } from './list-words.ts';
import { forgivenErrors, typingErrors } from './nearness.ts';
import { onlyRef } from './reading.ts';
import type { Spoken } from './spoken.ts';
import { commandTable } from './table.ts';
import { caseRef, keyOf, restOf, type Token, tokensOf } from './tokens.ts';
import { fillers, greetings, negations } from './word-lists.ts';

/** What a message asks for. */
export type Reading =
  | { kind: 'command'; entry: Entry; command: ReadCommand }
  | ({ kind: 'unclear'; entry: Entry | null } & Unclear)
  | { kind: 'unknown'; written: string };

interface Phrase {
  entry: Entry;
  keys: string[];
  joined: string;
}

const phrases: Phrase[] = commandTable.flatMap((entry) =>
  entry.phrases.map((phrase) => {
    const keys = phrase.split(' ').map(keyOf);
    return { entry, keys, joined: keys.join(' ') };
  }),
);
const byFirst = groupedByFirst();
const fillerKeys = fillers.map((filler) => filler.split(' ').map(keyOf)).sort((a, b) => b.length - a.length);
const greetingKeys = new Set(greetings.map((greeting) => greeting.split(' ').map(keyOf).join(' ')));
const mostFillers = 8;
const spacedNumber = /\bhc[ _](?=\d{1,9}\b)/giu;

/**
 * Reads a message. What changes something is read only when nothing is left to guess; whatever is not certain asks
 * back.
 */
export function readCommand(written: Spoken): Reading {
  const said = { ...written, text: written.text.replace(spacedNumber, 'HC-') };
  const tokens = tokensOf(said.text);
  if (tokens.length === 0) return { kind: 'unknown', written: said.text };
  return (
    afterRef(said, tokens) ??
    atStart(said, tokens, undefined) ??
    listOf(said, tokens) ??
    mistyped(said, tokens, undefined) ??
    aboutOne(said, tokens) ?? { kind: 'unknown', written: said.text }
  );
}

/** `HC-1042`, alone or before what is to be done with it. */
function afterRef(said: Spoken, tokens: Token[]): Reading | undefined {
  const [first, second] = tokens;
  const labelled = first !== undefined && (first.key === 'case' || first.key === 'ticket' || first.key === 'fall');
  const at = labelled ? 1 : 0;
  const token = labelled ? second : first;
  const ref = token && caseRef(token, tokens.length === at + 1);
  if (ref === undefined) return undefined;
  const after = tokens.slice(at + 1);
  if (after.length === 0) return show(said, ref);
  return atStart(said, after, ref) ?? mistyped(said, after, ref) ?? show(said, ref);
}

function atStart(said: Spoken, tokens: Token[], ref: string | undefined): Reading | undefined {
  let rest = tokens;
  for (let dropped = 0; dropped <= mostFillers; dropped++) {
    const phrase = longestPhrase(rest);
    // A greeting before a request is only polite.
    const polite = phrase !== undefined && greetingKeys.has(phrase.joined) && rest.length > phrase.keys.length;
    if (phrase !== undefined && !polite) return read(said, rest, phrase, ref, tokens);
    const skip = polite ? (phrase?.keys.length ?? 1) : fillerLength(rest);
    if (skip === 0) break;
    rest = rest.slice(skip);
    if (polite && rest.length > 0) {
      const asked = readPolite(said, rest, ref);
      return asked ?? help(said);
    }
  }
  return undefined;
}

function readPolite(said: Spoken, rest: Token[], ref: string | undefined): Reading | undefined {
  return (
    (ref === undefined ? afterRef(said, rest) : undefined) ??
    atStart(said, rest, ref) ??
    listOf(said, rest) ??
    aboutOne(said, rest)
  );
}

function longestPhrase(tokens: readonly Token[]): Phrase | undefined {
  const candidates = byFirst.get(tokens[0]?.key ?? '') ?? [];
  let best: Phrase | undefined;
  for (const phrase of candidates) {
    const fits = phrase.keys.every((key, i) => tokens[i]?.key === key);
    if (fits && phrase.keys.length > (best?.keys.length ?? 0)) best = phrase;
  }
  return best;
}

function fillerLength(tokens: readonly Token[]): number {
  const found = fillerKeys.find(
    (filler) => filler.length < tokens.length && filler.every((key, i) => tokens[i]?.key === key),
  );
  return found?.length ?? 0;
}

function read(
  said: Spoken,
  tokens: Token[],
  { entry, keys }: Phrase,
  ref: string | undefined,
  asked: Token[],
): Reading {
  const rest: Rest = {
    spoken: said,
    ref,
    tokens: tokens.slice(keys.length),
    text: restOf(said.text, tokens, keys.length),
  };
  const command = entry.read(rest);
  const doubt =
    entry.writes && (isUnclear(command) || command.changes) ? doubtOf(said, entry, rest, tokens, asked) : undefined;
  if (doubt !== undefined) return { kind: 'unclear', entry, ...doubt };
  return isUnclear(command) ? { kind: 'unclear', entry, ...command } : { kind: 'command', entry, command };
}

const requests = /^(?:can|could|would|will) (?:you|we)\b|\bplease\b|\bbitte\b/u;

/** Why something that changes a case might not be meant. */
function doubtOf(said: Spoken, entry: Entry, rest: Rest, tokens: Token[], asked: Token[]): Unclear | undefined {
  const inFront = asked.slice(0, asked.length - tokens.length);
  const unfree = entry.freeText ? inFront : [...inFront, ...rest.tokens];
  const ref = rest.ref ?? onlyRef(rest.tokens);
  const offers = [...(ref === undefined ? [] : [`case ${ref}`]), 'help'];
  if (unfree.some(({ key }) => negations.has(key))) {
    return { unclear: 'I did nothing: I am not sure what you want done.', offers };
  }
  const question = !entry.freeText && /\?\s*$/u.test(said.text) && !requests.test(said.text.toLowerCase());
  if (question) return { unclear: 'Is that a question, or shall I do it? I did nothing so far.', offers };
  return undefined;
}

/** `urgent billing cases`: words that narrow the list, before the word itself. */
function listOf(said: Spoken, tokens: Token[]): Reading | undefined {
  const rest = withoutFillers(tokens);
  const last = rest.at(-1)?.key;
  if (last === undefined || !['cases', 'tickets', 'falle', 'customers', 'case', 'ticket'].includes(last))
    return undefined;
  const words = rest.slice(0, -1);
  if (words.length === 0 || !words.every(({ key }) => isListWord(key))) return undefined;
  return readAs(said, 'cases', words);
}

/** A sentence that names one case and asks for nothing that is known: showing the case does no harm. */
function aboutOne(said: Spoken, tokens: Token[]): Reading | undefined {
  const ref = onlyRef(tokens);
  if (ref === undefined) return undefined;
  if (!tokens.some(({ key }) => negations.has(key))) return show(said, ref);
  return {
    kind: 'unclear',
    entry: null,
    unclear: 'I did nothing: I am not sure what you want.',
    offers: [`case ${ref}`, 'help'],
  };
}

function withoutFillers(tokens: Token[]): Token[] {
  let rest = tokens;
  for (let skip = fillerLength(rest); skip > 0; skip = fillerLength(rest)) rest = rest.slice(skip);
  return rest;
}

/** The command whose words are nearest to what was written. Two that are as near are asked about. */
function mistyped(said: Spoken, tokens: Token[], ref: string | undefined): Reading | undefined {
  const rest = withoutFillers(tokens);
  const near = new Map<string, { phrase: Phrase; errors: number; length: number }>();
  for (const phrase of phrases) {
    if (phrase.joined.length < 4) continue;
    for (const length of new Set([phrase.keys.length, phrase.keys.length - 1, phrase.keys.length + 1])) {
      if (length < 1 || length > rest.length) continue;
      const written = rest
        .slice(0, length)
        .map(({ key }) => key)
        .join(' ');
      const most = forgivenErrors(phrase.joined);
      const errors = typingErrors(written, phrase.joined, most);
      if (errors > most) continue;
      const known = near.get(phrase.entry.name);
      if (known === undefined || isBetter({ phrase, errors }, known))
        near.set(phrase.entry.name, { phrase, errors, length });
    }
  }
  const found = bestOf([...near.values()]);
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length > 1) {
    return {
      kind: 'unclear',
      entry: null,
      unclear: 'I am not sure which of these you mean.',
      offers: found.map(({ phrase }) => phrase.entry.example),
    };
  }
  const written = rest.slice(0, only.length);
  const reading = read(said, rest, { ...only.phrase, keys: written.map(({ key }) => key) }, ref, tokens);
  const changes = reading.kind === 'command' && reading.command.changes;
  if (!changes || isSlip(written.map(({ key }) => key).join(' '), only.phrase.joined)) return reading;
  const meant = [ref ?? '', only.phrase.joined, restOf(said.text, rest, only.length)].filter((part) => part !== '');
  return {
    kind: 'unclear',
    entry: only.phrase.entry,
    unclear: `I did nothing yet: did you mean ${only.phrase.joined}?`,
    offers: [meant.join(' '), 'help'],
  };
}

/** Of an English verb: what somebody says so may have been done already. */
const otherForm = /(?:ed|ing|s)$/u;

/** Whether a word can only be a slip of the fingers: letters swapped, or one amiss in a long word that is no other form. */
function isSlip(written: string, meant: string): boolean {
  const letters = (word: string) => [...word].sort().join('');
  if (letters(written) === letters(meant)) return true;
  return meant.length >= 6 && !written.startsWith(meant) && !otherForm.test(written);
}

interface Near {
  phrase: Phrase;
  errors: number;
}

/** Fewer errors are better; with as many, more words that fit. */
function isBetter(a: Near, b: Near): boolean {
  return a.errors < b.errors || (a.errors === b.errors && a.phrase.joined.length > b.phrase.joined.length);
}

function bestOf<T extends Near>(all: readonly T[]): T[] {
  return all.filter((one) => !all.some((other) => isBetter(other, one)));
}

function show(said: Spoken, ref: string): Reading {
  return readAs(said, 'case', tokensOf(ref));
}

function help(said: Spoken): Reading {
  return readAs(said, 'help', []);
}

function readAs(said: Spoken, name: string, tokens: Token[]): Reading {
  const entry = commandTable.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`there is no command ${name}`);
  const text = tokens.map(({ raw }) => raw).join(' ');
  const command = entry.read({ spoken: { ...said, text }, ref: undefined, tokens: tokensOf(text), text });
  return isUnclear(command) ? { kind: 'unclear', entry, ...command } : { kind: 'command', entry, command };
}

function groupedByFirst(): Map<string, Phrase[]> {
  const grouped = new Map<string, Phrase[]>();
  for (const phrase of phrases)
    grouped.set(phrase.keys[0] ?? '', [...(grouped.get(phrase.keys[0] ?? '') ?? []), phrase]);
  return grouped;
}
