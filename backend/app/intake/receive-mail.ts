import { likenessOf } from '../../domain/mail/likeness.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import { continuesAnother } from '../../domain/mail/thread-ids.ts';
import { decideCase } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { enrichCase } from './enrich-case.ts';
import { fetchMail } from './fetch-mail.ts';
import type { Work } from './line.ts';
import { MailWay } from './mail-way.ts';
import { noteOnTask } from './note-on-task.ts';
import { partReader } from './read-part.ts';
import { recordMail, writerOf } from './record-mail.ts';
import { recordGone } from './record-unread.ts';
import { type StudiedMail, studyMail } from './study-mail.ts';

/** After so many tries a mail no longer waits for a case that another mail claimed and never opened. */
const mostTries = 450;
/** While it can be held in memory, a mail waits for the mails it names without asking how long that makes sense. */
const heldSeconds = 0.3;

export interface Received {
  mailKey: string | null;
  /** Null when there is nothing to record: it is a draft. */
  fate: MailFate | null;
}

/**
 * The life of a mail, from the mailbox to the case. Each step may be repeated after a crash without doing anything
 * twice; announcing follows the log, so it cannot be forgotten either. What was fetched stays in `work` for a next try.
 * @throws WaitsFor when a mail or case it belongs to is on its way
 */
export async function receiveMail(deps: IntakeDeps, work: Work): Promise<Received> {
  const { pending } = work;
  const way = new MailWay(pending, deps.clock);
  const mail = work.mail ?? (await fetchMail(deps, pending));
  if (mail === null) return { mailKey: null, fate: await recordGone(deps, pending) };
  if (mail.isDraft) return { mailKey: null, fate: null };
  work.mail = mail;
  way.done('fetched');
  const lies = pending.notedBy === 'sent' ? 'sent' : 'received';
  const studied = await studyMail(deps, mail, partReader(deps, mail), lies);
  const { mailKey } = studied;
  way.done('judged');
  const loop = way.released ? null : loopReasonOf(deps, studied);
  if (loop !== null) deps.log.warn('mail parked by the loop breaker', { mailbox: mail.mailbox, mailKey });
  const decided = await decideCase(deps, studied, {
    released: way.released,
    parkedFor: loop,
    forClaims: pending.attempts < mostTries,
    forParents: (parentKeys) => (work.mayHold ? heldSeconds : deps.backlog.wait(pending, mailKey, parentKeys)),
  });
  way.done('matched');
  const judged = { ...studied, decided, actor: writerOf(studied), source: 'mail' as const, way };
  const fate = await recordMail(deps, judged);
  await noteOnTask(deps, judged, fate);
  if (fate.outcome === 'opened' && fate.caseId !== null && !deps.analyst.immediate) {
    await enrichCase(deps, fate.caseId);
  }
  return { mailKey, fate };
}

function loopReasonOf(deps: IntakeDeps, { mail, mailKey, judgement: { kind } }: StudiedMail): string | null {
  const from = mail.from?.email ?? mail.sender?.email ?? null;
  // The text of a sender who has hardly written lately need not be looked at.
  const likeness = () => likenessOf(mail.subject, deps.mailText.read(mail.body).visibleText);
  return deps.loops.reason({ mailKey, from, mailbox: mail.mailbox, kind, answers: continuesAnother(mail), likeness });
}
