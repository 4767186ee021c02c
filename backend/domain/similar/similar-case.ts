import type { SupportCase } from '../case/case.ts';
import { baseSubject } from '../mail/subject.ts';
import { endedStatuses } from '../vocabulary.ts';

/** How much of what was written on one case stands on the other too. */
export interface Alike {
  /** 0 to 1. */
  likeness: number;
  words: readonly string[];
  numbers: readonly string[];
}

/** Why a case may help with another. */
export interface Similarity {
  /** 0 to 1; only its order means something. */
  score: number;
  /** The same matter told twice, most likely. */
  duplicate: boolean;
  /** Sentences that a person can check. */
  why: string[];
}

const dayMs = 86_400_000;
/** Whoever writes twice about one matter does so within days. */
const duplicateDays = 7;
const nearText = 0.6;
const nearTextOfSameSubject = 0.35;
const leastScore = 0.15;

/** What ties another case to this one, or null when that is too little to show. */
export function similarityOf(value: SupportCase, other: SupportCase, alike: Alike): Similarity | null {
  const sameCustomer = value.customer.email.toLowerCase() === other.customer.email.toLowerCase();
  const sameSubject = subjectOf(value) !== '' && subjectOf(value) === subjectOf(other);
  const days = Math.abs(Date.parse(value.createdAt) - Date.parse(other.createdAt)) / dayMs;
  const near = alike.likeness >= (sameSubject ? nearTextOfSameSubject : nearText);
  const duplicate = sameCustomer && near && days <= duplicateDays;
  const isOpen = !endedStatuses.includes(other.status);
  const score =
    0.5 * alike.likeness +
    (alike.numbers.length > 0 ? 0.25 : 0) +
    (sameCustomer ? 0.1 : 0) +
    (sameSubject ? 0.05 : 0) +
    (sameCustomer && isOpen ? 0.1 : 0);
  if (score < leastScore) return null;
  return {
    score: Math.round(score * 1_000) / 1_000,
    duplicate,
    why: sentences(alike, { sameCustomer, sameSubject, days }),
  };
}

/** Duplicates first, then the most similar, then the newest. */
export function bySimilarity([one, a]: [SupportCase, Similarity], [other, b]: [SupportCase, Similarity]): number {
  return Number(b.duplicate) - Number(a.duplicate) || b.score - a.score || (one.createdAt < other.createdAt ? 1 : -1);
}

interface Ties {
  sameCustomer: boolean;
  sameSubject: boolean;
  days: number;
}

function sentences({ likeness, words, numbers }: Alike, { sameCustomer, sameSubject, days }: Ties): string[] {
  const said: string[] = [];
  if (sameCustomer) said.push(`The same customer, ${apart(days)}.`);
  if (numbers.length > 0) said.push(`Both name ${numbers.join(', ')}.`);
  if (sameSubject) said.push('The same subject.');
  if (words.length > 0)
    said.push(`${likeness >= nearText ? 'Much of the text is the same' : 'Both speak of'}: ${words.join(', ')}.`);
  return said;
}

function apart(days: number): string {
  if (days < 1) return 'within a day';
  const whole = Math.round(days);
  return whole === 1 ? 'a day apart' : `${whole} days apart`;
}

function subjectOf({ subject }: SupportCase): string {
  return baseSubject(subject).toLowerCase();
}
