/** `<hc.message.case@domain>`: message and case are 24 lower-case hex digits each. */
const ours = /^<hc\.([0-9a-f]{24})\.([0-9a-f]{24})@[^<>@\s]{1,255}>$/;

/** The Message-ID of a mail that we send, by which we know it again even where every header of ours was taken off. */
export function ownMessageId(name: { id: string; caseId: string }, mailbox: string): string {
  return `<hc.${name.id}.${name.caseId}@${domainOf(mailbox)}>`;
}

/**
 * The message and case that a Message-ID of ours names, or null. It only says what somebody wrote: whether there is such
 * a message must be looked up.
 * @param mailboxes our addresses; an id of another domain is another's
 */
export function readOwnMessageId(
  internetMessageId: string | null,
  mailboxes: readonly string[],
): { id: string; caseId: string } | null {
  const found = ours.exec((internetMessageId ?? '').slice(0, 400));
  if (found === null) return null;
  const domain = (internetMessageId ?? '').slice(0, -1).split('@')[1]?.toLowerCase();
  if (!mailboxes.some((mailbox) => domainOf(mailbox) === domain)) return null;
  return { id: found[1] ?? '', caseId: found[2] ?? '' };
}

function domainOf(mailbox: string): string {
  return mailbox.split('@')[1]?.toLowerCase() ?? 'localhost';
}
