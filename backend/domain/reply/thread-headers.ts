import type { CaseMessage } from '../case/case.ts';
import { baseSubject, caseTokens, taskTokens } from '../mail/subject.ts';

/** The root and the newest ones are what mail programs thread by. */
const mostReferences = 20;

/** In-Reply-To and References (RFC 5322, 3.6.4) of an answer to one message of a conversation, oldest first. */
export function threadHeaders(
  conversation: readonly CaseMessage[],
  answered: CaseMessage | null,
): { inReplyTo: string | null; references: string[] } {
  const last = answered === null ? conversation.length : conversation.findIndex(({ id }) => id === answered.id) + 1;
  const ids = conversation.slice(0, last).flatMap(({ internetMessageId }) => internetMessageId ?? []);
  const references = [...new Set(ids)];
  const kept =
    references.length <= mostReferences
      ? references
      : [...references.slice(0, 1), ...references.slice(1 - mostReferences)];
  return { inReplyTo: answered?.internetMessageId ?? null, references: kept };
}

/** The subject of an answer: `Re:`, what it is about, and the case's number where it does not stand there already. */
export function replySubject(subject: string, caseNumber: string): string {
  const base = baseSubject(subject) || subject.trim() || '(no subject)';
  const named = [...caseTokens(base), ...taskTokens(base).map(({ number }) => number)];
  const numbered = named.includes(caseNumber) ? base : `${base} [${caseNumber}]`;
  return `Re: ${numbered}`;
}
