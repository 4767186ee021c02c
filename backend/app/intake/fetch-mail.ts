import { Failure, isFailure } from '../../domain/failure.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { isKnown } from './record-unread.ts';

/** Graph may announce a mail before it can show it, and people move mails while we read. */
const triesBeforeGone = 3;
const lookBackMs = 10 * 60_000;

/**
 * The mail, under whatever Graph id it has by now. One that is not to be found is looked for everywhere in the mailbox.
 * @returns null once it is certain that it is gone
 * @throws Failure `unavailable` while it may still turn up
 */
export async function fetchMail(deps: IntakeDeps, pending: PendingMail): Promise<IncomingMail | null> {
  try {
    return await deps.mailbox.fetch(pending.mailbox, pending.graphId);
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
  }
  const moved = await fetchMoved(deps, pending);
  if (moved !== null) return moved;
  if (pending.attempts < triesBeforeGone) {
    throw new Failure('unavailable', 'Graph does not show the mail.', { retryAfterSeconds: 2 ** pending.attempts });
  }
  await noteUnknown(deps, pending);
  deps.log.warn('mail was gone before it could be read', { mailbox: pending.mailbox, graphId: pending.graphId });
  return null;
}

async function fetchMoved(deps: IntakeDeps, pending: PendingMail): Promise<IncomingMail | null> {
  const { mailbox, internetMessageId } = pending;
  if (!internetMessageId) return null;
  const graphId = await deps.mailbox.find(mailbox, internetMessageId);
  if (graphId === null || graphId === pending.graphId) return null;
  try {
    return await deps.mailbox.fetch(mailbox, graphId);
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    return null;
  }
}

/** A push tells nothing but an id. What came in about then, lies in any folder and is known to nobody may be that mail. */
async function noteUnknown(deps: IntakeDeps, { mailbox, notedAt }: PendingMail): Promise<void> {
  const since = new Date(Date.parse(notedAt) - lookBackMs).toISOString();
  const found = await deps.mailbox.receivedSince(mailbox, since, 'anywhere');
  const unknown = [];
  for (const mail of found) {
    if (deps.handled.has(mail.graphId) || mail.internetMessageId === null) continue;
    if (!(await isKnown(deps, mail.internetMessageId))) unknown.push({ ...mail, mailbox, notedBy: 'sweep' as const });
  }
  if (unknown.length === 0) return;
  await deps.pending.note(unknown, deps.clock.now());
  deps.backlog.noted();
}
