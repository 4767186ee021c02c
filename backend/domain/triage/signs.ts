import type { Signals } from './hearing.ts';
import { sentencesOf } from './words.ts';

const longestText = 8_000;
const amount = /[€$£]\s?\d|\d\s?(?:€|\$|£|eur\b|usd\b|gbp\b|chf\b|euros?\b|dollars?\b|pounds?\b|francs?\b)/i;
const code =
  /```|^\s{0,3}#{1,4} \S|\*\*[^*\n]{2,60}\*\*|\bat \w+\.\w+\(|0x[\da-f]{4}|\b[A-Z][a-zA-Z]{2,30}(?:Error|Exception)\b|<\/?[a-z]{1,12}>/m;
const smile =
  /(?:^|\s)(?:[:;=8]['-]?[)D\]}pP*]|<3|\^\^|xD)(?=$|[\s.,!?])|[\u{1F600}-\u{1F60F}\u{1F618}-\u{1F61D}\u{1F642}\u{1F970}\u{1F389}\u{1F44D}\u{1F64F}\u2764]/gu;
const frown =
  /(?:^|\s)[:;=8]['-]?[(/\\|[{](?=$|[\s.,!?])|:'\(|[\u{1F610}-\u{1F617}\u{1F61E}-\u{1F62D}\u{1F641}\u{1F644}\u{1F92C}\u{1F44E}]/gu;

/** Faces drawn or typed: how many are glad and how many are not. */
export function facesIn(text: string): { glad: number; sad: number } {
  const start = text.slice(0, longestText);
  return { glad: start.match(smile)?.length ?? 0, sad: start.match(frown)?.length ?? 0 };
}

/** How a mail is written rather than what it says, in strengths that a linear model can weigh. */
export function signsOf(input: { subject: string; text: string }): Signals {
  const text = input.text.slice(0, longestText);
  const sentences = sentencesOf(text);
  const asking = sentences.filter((one) => one.endsWith('?')).length;
  const exclaiming = (`${input.subject} ${text}`.match(/!/g) ?? []).length;
  const { glad, sad } = facesIn(`${input.subject} ${text}`);
  return [
    ['asks', sentences.length === 0 ? 0 : asking / sentences.length],
    ['asks in subject', input.subject.trimEnd().endsWith('?') ? 1 : 0],
    ['asks last', sentences.at(-1)?.endsWith('?') ? 1 : 0],
    ['exclaims', Math.min(3, exclaiming) / 3],
    ['amount', amount.test(text) ? 1 : 0],
    ['code', code.test(text) ? 1 : 0],
    ['brief', text.length < 60 ? 1 : 0],
    ['lengthy', text.length > 600 ? 1 : 0],
    ['no subject', input.subject === '' ? 1 : 0],
    ['glad face', Math.min(2, glad)],
    ['sad face', Math.min(2, sad)],
  ];
}
