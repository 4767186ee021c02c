import { header, type IncomingMail } from './mail.ts';
import { subjectPrefix } from './subject.ts';

const mostIds = 50;
/** The oldest ones name the root of the conversation, the newest ones the mail that was answered: both are kept. */
const oldestKept = 10;
const longestHeader = 60_000;
const bracketed = /<([^<>]{1,998})>/g;

/** What a thread is read from. */
type ThreadFields = Pick<IncomingMail, 'headers' | 'internetMessageId' | 'from' | 'sender' | 'replyTo' | 'to' | 'cc'>;

export interface ParentIds {
  inReplyTo: string[];
  /** In the order of the header: the oldest first. At most 50; of a longer list the ten oldest and the newest are kept. */
  references: string[];
}

/**
 * Message-IDs of the mails this one answers, with angle brackets. Copes with folding, comments, prose, missing brackets
 * and control characters; the mail's own id is left out. Read once for each mail object, which nobody changes.
 */
export function parentIds(mail: ThreadFields): Readonly<ParentIds> {
  const known = read.get(mail);
  if (known !== undefined) return known;
  const parents = readParentIds(mail);
  read.set(mail, parents);
  return parents;
}

const read = new WeakMap<ThreadFields, ParentIds>();

function readParentIds(mail: ThreadFields): ParentIds {
  const own = mail.internetMessageId === null ? '' : normaliseMessageId(mail.internetMessageId);
  const people = [mail.from, mail.sender, ...mail.replyTo, ...mail.to, ...mail.cc];
  const addresses = new Set(people.map((person) => `<${person?.email.toLowerCase() ?? ''}>`));
  // Some programs name the person they answer among the ids.
  const others = (ids: string[]) => ids.filter((id) => id !== own && !addresses.has(id.toLowerCase()));
  return {
    inReplyTo: capped(others(idsIn(lastOfProse(valuesOf(mail, 'in-reply-to'))))),
    references: capped(others(idsIn(valuesOf(mail, 'references')))),
  };
}

/** One spelling for one id: no blanks or control characters, in angle brackets. Case is kept: ids are case-sensitive. */
export function normaliseMessageId(id: string): string {
  const bare = id
    .slice(0, 2000)
    .replace(/[\p{Cc}\s]+/gu, '')
    .replace(/^<|>$/g, '');
  return bare === '' ? '' : `<${bare}>`;
}

/** True when the subject's outermost prefix says that somebody else's mail is passed on (FW, WG, TR, RV …). */
export function isForward(mail: Pick<IncomingMail, 'subject'>): boolean {
  return subjectPrefix(mail.subject) === 'forward';
}

/**
 * The conversation a mail belongs to according to Outlook's Thread-Index: its first 22 bytes as hex, or null when there
 * is no usable one. Children append 5 bytes each (MS-OXOMSG, PidTagConversationIndex).
 */
export function threadRoot(mail: Pick<IncomingMail, 'headers'>): string | null {
  const bytes = threadIndex(mail);
  if (bytes.length < 22) return null;
  return bytes
    .slice(0, 22)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** True when something in the mail says that it answers or continues another: ids, a prefix, or a longer Thread-Index. */
export function continuesAnother(mail: ThreadFields & Pick<IncomingMail, 'subject'>): boolean {
  const parents = parentIds(mail);
  if (parents.inReplyTo.length > 0 || parents.references.length > 0) return true;
  return subjectPrefix(mail.subject) !== null || threadIndex(mail).length > 22;
}

function valuesOf(mail: Pick<IncomingMail, 'headers'>, name: string): string {
  const values = mail.headers.filter((one) => one.name.toLowerCase() === name).map((one) => one.value);
  return values.join(' ').slice(0, longestHeader);
}

function idsIn(value: string): string[] {
  const found = [...value.matchAll(bracketed)].map((match) => match[1] ?? '').filter((id) => id.length > 2);
  const ids = found.length > 0 ? found : bareIds(value);
  return [...new Set(ids.map(normaliseMessageId).filter((id) => id !== ''))];
}

/** In "Message from Ana <ana@example.com> of Monday <1@example.com>" only the last one is an id (RFC 822, 4.6.2). */
function lastOfProse(value: string): string {
  const prose = withoutComments(value.replace(bracketed, ' '));
  if (!/\p{L}/u.test(prose)) return value;
  return [...value.matchAll(bracketed)].at(-1)?.[0] ?? value;
}

/** Ids without brackets are believed only where the header holds nothing else: prose may hold addresses. */
function bareIds(value: string): string[] {
  const words = withoutComments(value)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  return words.every((word) => /^[^<>@]{1,500}@[^<>]{1,500}$/.test(word)) ? words : [];
}

function withoutComments(value: string): string {
  let depth = 0;
  let kept = '';
  for (const character of value) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

function capped(ids: string[]): string[] {
  if (ids.length <= mostIds) return ids;
  return [...ids.slice(0, oldestKept), ...ids.slice(oldestKept - mostIds)];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function threadIndex(mail: Pick<IncomingMail, 'headers'>): number[] {
  const text = (header(mail, 'thread-index') ?? '').slice(0, 4000).replace(/\s+/g, '').replace(/=+$/, '');
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return [];
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}
