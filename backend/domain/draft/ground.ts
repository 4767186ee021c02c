import { plain } from '../triage/words.ts';
import type { Source, SourceKind } from './sources.ts';

export interface DraftSentence {
  text: string;
  /** What it says it rests on. */
  refs: string[];
}

export interface Citation {
  /** The sentence as it stands in the draft. */
  sentence: string;
  sources: { kind: SourceKind | 'phrase'; id: string; title: string }[];
}

export interface Unsupported {
  sentence: string;
  why: string;
}

export interface Draft {
  text: string;
  citations: Citation[];
  /** Sentences that were struck, and why. They are not in the text. */
  unsupported: Unsupported[];
}

const longestSentence = 1_000;
/** Web addresses, and host names written without one. */
const address =
  /\b(?:https?:\/\/|www\.)[^\s<>"'()]{1,500}|\b[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.(?:com|net|org|info|io|eu|de|fr|es|it|nl|pt|uk|us|biz|app|dev|example|ly|ru|cn|co|me|online|site|top|xyz)\b(?:\/[^\s<>"'()]{0,300})?/giu;
const markup = /<[a-z!/][^<>]{0,300}>|\[[^\]]{0,200}\]\([^)]{0,500}\)|\b(?:javascript|data|vbscript):/iu;
const fact = /\d[\d.,:/-]*\d|\d/gu;
/** Words by which we would owe something: only an article, a template, an earlier answer or the agent may bring them in. */
const owing =
  /\b(?:refund\w*|reimburs\w*|compensat\w*|credit\w*|discount\w*|voucher\w*|free of charge|guarantee\w*|waive\w*|replac\w*|erstatt\w*|rückerstatt\w*|gutschrift\w*|gutschreib\w*|rabatt\w*|kostenlos\w*|garanti\w*|entschädig\w*|ersetz\w*|rembours\w*|dédommag\w*|remise|gratuit\w*|reembols\w*|devolv\w*|devolución|descuento|gratis|rimbors\w*|sconto|risarc\w*|terugbetal\w*|terugbetaling|vergoed\w*|korting|kosteloos)(?![\p{L}])/giu;
const owingStem = 5;

/**
 * Keeps the sentences that rest on something and strikes the others: one that names no known source, a number or link
 * that its sources do not hold, a promise that nobody made. What a mail says is the customer's word and promises nothing.
 */
export function groundDraft(sentences: DraftSentence[], sources: Source[]): Draft {
  const byRef = new Map(sources.map((source) => [source.ref, source]));
  const kept: Citation[] = [];
  const unsupported: Unsupported[] = [];
  for (const { text, refs } of sentences) {
    const sentence = text
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, longestSentence);
    if (sentence === '') continue;
    const cited = refs.flatMap((ref) => byRef.get(ref) ?? []);
    const why = faultOf(sentence, cited);
    if (why === null) kept.push({ sentence, sources: cited.map(({ kind, id, title }) => ({ kind, id, title })) });
    else unsupported.push({ sentence, why });
  }
  return { text: kept.map(({ sentence }) => sentence).join('\n\n'), citations: kept, unsupported };
}

function faultOf(sentence: string, cited: Source[]): string | null {
  return factFault(sentence, cited) ?? promiseFault(sentence, cited);
}

/** Why a sentence states what its sources do not: no source, markup, a foreign link or number; null where it may stand. */
export function factFault(sentence: string, cited: Source[]): string | null {
  if (cited.length === 0) return 'It rests on no mail, article or template.';
  if (markup.test(sentence)) return 'It holds markup.';
  const text = cited.map((source) => `${source.title}\n${source.text}`).join('\n');
  const hosts = new Set(hostsIn(text));
  if (hostsIn(sentence).some((host) => !hosts.has(host))) return 'It links to a place that its sources do not name.';
  const known = new Set(text.match(fact) ?? []);
  const bare = sentence.replace(address, ' ');
  if ((bare.match(fact) ?? []).some((number) => !known.has(number)))
    return 'It holds a number that its sources do not.';
  return null;
}

function promiseFault(sentence: string, cited: Source[]): string | null {
  const ours = cited
    .filter(({ kind }) => kind !== 'mail')
    .map((source) => plain(source.text))
    .join('\n');
  const owed = (sentence.match(owing) ?? []).map((word) => plain(word).slice(0, owingStem));
  if (owed.some((stem) => !ours.includes(stem))) return 'It promises what no article, template or answer of ours says.';
  return null;
}

/** Hosts that a text names, without `www.`, each as it is spelled in addresses. */
export function hostsIn(text: string): string[] {
  return (text.match(address) ?? []).map((found) =>
    found
      .replace(/^https?:\/\//i, '')
      .replace(/^[^/@]{0,200}@/, '')
      .replace(/[/?#:].*$/, '')
      .replace(/^www\./i, '')
      .toLowerCase(),
  );
}
