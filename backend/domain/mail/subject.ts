/** Longer subjects are cut before they are looked at. */
const longestSubject = 1000;

const replyWords = new Set(
  're aw antw antwort sv vs res r rif odp ynt va ang atb bls cevap odg απ σχετ отв ответ 回复 回覆 答复 返信 תשובה 답장 회신'.split(
    ' ',
  ),
);

const forwardWords = new Set(
  'fw fwd wg tr rv enc i vl vb pd ilt doorst trs videresendt tovabbitas προωθ πρθ пересл 转发 轉寄 轉發 転送 הועבר 전달'.split(
    ' ',
  ),
);

const prefix = /^\s{0,20}([\p{L}\p{M}]{1,14})\s{0,3}(?:\[\d{1,4}\]|\^\d{1,4})?\s{0,3}[:：]/u;
const blob = /^\s{0,20}\[[^[\]]{1,120}\]/;
const wholeForward = /^\s{0,20}\[\s{0,3}fwd?\s{0,3}:(.{1,1000})\]\s{0,20}$/iu;
const trailer = /\s{0,20}\(fwd\)\s{0,20}$/iu;
const token = /\[\s?HC-(\d{1,12})\s?\]/giu;
const taskToken = /\[\s?HC-(\d{1,12})\sT-([0-9a-f]{8})\s?\]/giu;

/** What the first prefix of a subject says the mail is; null when it has none. */
export type SubjectPrefix = 'reply' | 'forward' | null;

/** One pass over the front of a subject: everything before `rest` is prefixes and bracketed labels. */
interface Stripped {
  first: SubjectPrefix;
  rest: string;
}

/**
 * The subject without reply and forward prefixes of any mail program's language, bracketed labels, our own case
 * numbers and repeated blanks (RFC 5256, 2.1, with localised words). For comparing, not for showing; compare without case.
 */
export function baseSubject(subject: string): string {
  return strip(clean(subject).replace(token, ' ')).rest;
}

/** Whether the outermost prefix says reply or forward. */
export function subjectPrefix(subject: string): SubjectPrefix {
  return strip(clean(subject).replace(token, ' ')).first;
}

/** Our case numbers in a subject, such as `HC-1042`, in order, each once. Only the bracketed form counts. */
export function caseTokens(subject: string): string[] {
  const found = [...clean(subject).matchAll(token)].map((match) => `HC-${match[1] ?? ''}`);
  return [...new Set(found)].slice(0, 10);
}

/** What names a case and one of its tasks in a subject: the case's number, and the last eight digits of the task's id. */
export interface TaskToken {
  number: string;
  ending: string;
}

export function taskTokenOf({ id, caseNumber }: { id: string; caseNumber: string | null }): string {
  return `[${caseNumber ?? ''} T-${id.slice(-8)}]`;
}

/** The tasks named in a subject, in order. Whoever can write a subject can write these, so they prove nothing alone. */
export function taskTokens(subject: string): TaskToken[] {
  const found = [...clean(subject).matchAll(taskToken)].slice(0, 10);
  return found.map(([, digits = '', ending = '']) => ({ number: `HC-${digits}`, ending: ending.toLowerCase() }));
}

function clean(subject: string): string {
  return subject.slice(0, longestSubject).replace(/[\p{Cc}\s]+/gu, ' ');
}

function strip(subject: string): Stripped {
  let first: SubjectPrefix = null;
  let rest = subject.trim();
  for (;;) {
    const step = stripOnce(rest);
    if (step === null) return { first, rest };
    first ??= step.first;
    rest = step.rest.trim();
  }
}

function stripOnce(subject: string): Stripped | null {
  const worded = prefix.exec(subject);
  const kind = worded === null ? null : kindOf(worded[1] ?? '');
  if (worded !== null && kind !== null) return { first: kind, rest: subject.slice(worded[0].length) };
  const inner = wholeForward.exec(subject)?.[1];
  if (inner !== undefined) return { first: 'forward', rest: inner };
  if (trailer.test(subject)) return { first: 'forward', rest: subject.replace(trailer, '') };
  const label = blob.exec(subject);
  const rest = label === null ? '' : subject.slice(label[0].length).trim();
  return rest === '' ? null : { first: null, rest };
}

function kindOf(word: string): SubjectPrefix {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0131/g, 'i');
  if (replyWords.has(plain) || replyWords.has(word.toLowerCase())) return 'reply';
  return forwardWords.has(plain) || forwardWords.has(word.toLowerCase()) ? 'forward' : null;
}
