import { createHash } from 'node:crypto';

const prefix = /^\s*(?:re|fw|fwd|aw|wg|sv|vs|antw|tr|rv|res|enc)(?:\[\d{1,3}\])?\s{0,3}:/i;

/** The subject without any number of reply and forward marks, in lower case. */
export function topicOf(subject: string): string {
  let rest = subject;
  for (let found = prefix.exec(rest); found; found = prefix.exec(rest)) rest = rest.slice(found[0].length);
  return rest.trim().toLowerCase();
}

export function isReplySubject(subject: string): boolean {
  return prefix.test(subject);
}

/** Message-IDs that the mail names as its ancestors, nearest first. */
export function ancestors(headers: { name: string; value: string }[]): string[] {
  const ids = (name: string) => headers.filter((h) => h.name.toLowerCase() === name).flatMap((h) => idsIn(h.value));
  return [...ids('in-reply-to'), ...ids('references').reverse()];
}

function idsIn(value: string): string[] {
  return value.slice(0, 20_000).match(/<[^<>\s]{1,998}>/g) ?? [];
}

export function newConversation(seed: string): { conversationId: string; conversationIndex: string } {
  const root = createHash('sha256').update(seed).digest().subarray(0, 22);
  return {
    conversationId: `AAQkAGI2NGVhZTVlLTI1OGMtNDI4My1iZmE5LTA5OGJiZGEzMTc0YQAQA${root.subarray(6, 22).toString('base64url')}=`,
    conversationIndex: root.toString('base64'),
  };
}
