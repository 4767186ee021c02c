import { baseSubject } from './subject.ts';

/** Two mails with the same `text` say the same; with the same `pattern` they differ in numbers alone. 32 bits each. */
export interface Likeness {
  text: number;
  pattern: number;
}

/** More of a mail than this tells no more about whether it is a copy. */
const enough = 4_000;

/** @param text what the mail itself says, without what it quotes; null stands in nothing's place when there is none */
export function likenessOf(subject: string, text: string): Likeness | null {
  const words = `${baseSubject(subject)}\n${text.slice(0, enough)}`.toLowerCase().replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  return { text: hash32(words), pattern: hash32(words.replace(/\d+/g, '0')) };
}

/** FNV-1a over UTF-16 code units; unsigned. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
