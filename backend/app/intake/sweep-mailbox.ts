import { isFailure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { ListedMail } from '../../ports/mailbox.ts';
import type { NotedMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';
import { findFate } from './find-fate.ts';
import { messageIdKey } from './mail-key.ts';

/** Received times are Exchange's and may be written out of order, so each sweep looks back over the last one. */
const overlapMs = 60_000;
/** Once in so long a time it looks back as far as that: where sweeps are frequent, a busy inbox need not be listed often. */
const longOverlapMs = 10 * 60_000;

type SweepDeps = Pick<
  IntakeDeps,
  'mailbox' | 'pending' | 'sync' | 'clock' | 'log' | 'ourMailboxes' | 'handled' | 'decisions' | 'store' | 'ids'
>;

/**
 * Asks every mailbox itself what it holds, because pushes can be lost for good: what changed since the last cursor,
 * and, independently of cursors, what was received lately. A mailbox that cannot be read does not keep the others
 * waiting. The very first sweep reads the whole inbox.
 */
export async function sweepMailboxes(deps: SweepDeps): Promise<void> {
  for (const mailbox of deps.ourMailboxes) {
    try {
      await sweepChanges(deps, mailbox);
      await sweepReceived(deps, mailbox);
      await sweepSent(deps, mailbox);
    } catch (error) {
      if (!isFailure(error)) throw error;
      deps.log.warn('mailbox could not be swept', { mailbox, code: error.code, error: error.message });
    }
  }
}

async function sweepChanges(deps: SweepDeps, mailbox: string): Promise<void> {
  const cursor = await deps.sync.deltaCursor(mailbox);
  let page = await deps.mailbox.delta(mailbox, cursor);
  if (page.cursor === null) {
    deps.log.warn('delta cursor was lost, reading the inbox again', { mailbox });
    page = await deps.mailbox.delta(mailbox, null);
  }
  // Noted before the cursor moves: a crash in between reads the same page again.
  await note(deps, mailbox, page.mails);
  if (page.cursor !== cursor) await deps.sync.setDeltaCursor(mailbox, page.cursor);
}

async function sweepReceived(deps: SweepDeps, mailbox: string): Promise<void> {
  const now = deps.clock.now();
  const until = await deps.sync.sweptUntil(mailbox);
  if (until !== null) {
    const since = new Date(Date.parse(until) - overlapOf(until, now)).toISOString();
    await note(deps, mailbox, await deps.mailbox.receivedSince(mailbox, since));
  }
  await deps.sync.setSweptUntil(mailbox, now);
}

/** What people sent from the mailbox with Outlook belongs on its case as well; what we sent ourselves is there already. */
async function sweepSent(deps: SweepDeps, mailbox: string): Promise<void> {
  const now = deps.clock.now();
  const place = `sent|${mailbox}`;
  const until = (await deps.sync.sweptUntil(place)) ?? now;
  const since = new Date(Date.parse(until) - overlapMs).toISOString();
  const sent = await deps.mailbox.sentSince(mailbox, since);
  const unknown: NotedMail[] = [];
  for (const mail of sent) {
    if (deps.handled.has(mail.graphId)) continue;
    if (await isDecided(deps, mail)) deps.handled.add(mail.graphId);
    else unknown.push({ ...mail, mailbox, notedBy: 'sent' });
  }
  if (unknown.length > 0) await deps.pending.note(unknown, now);
  await deps.sync.setSweptUntil(place, now);
}

async function isDecided(deps: SweepDeps, { internetMessageId }: ListedMail): Promise<boolean> {
  if (internetMessageId === null) return false;
  return (await deps.decisions.mail(messageIdKey(deps.ids, internetMessageId)))?.awaited === false;
}

function overlapOf(until: Instant, now: Instant): number {
  const turn = (instant: Instant) => Math.floor(Date.parse(instant) / longOverlapMs);
  return turn(until) === turn(now) ? overlapMs : longOverlapMs;
}

async function note(deps: SweepDeps, mailbox: string, listed: ListedMail[]): Promise<void> {
  const fresh: NotedMail[] = [];
  for (const mail of listed) {
    if (deps.handled.has(mail.graphId)) continue;
    if (!(await isRecordedHere(deps, mailbox, mail))) fresh.push({ ...mail, mailbox, notedBy: 'sweep' });
  }
  if (fresh.length > 0) await deps.pending.note(fresh, deps.clock.now());
}

/**
 * Whether nothing new can be learned from the mail. Without this, reading an inbox again after its cursor was lost would
 * fetch every mail again, at ten thousand in ten minutes.
 */
async function isRecordedHere(deps: SweepDeps, mailbox: string, mail: ListedMail): Promise<boolean> {
  if (mail.internetMessageId === null) return false;
  const found = await findFate(deps, mail.internetMessageId);
  const places = found === undefined ? [] : [found.fate, ...(found.fate.alsoSeen ?? [])];
  const here = places.some((place) => place.mailbox === mailbox);
  if (here) deps.handled.add(mail.graphId);
  return here;
}
