import { Failure, isFailure } from '../../domain/failure.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import type { OwnMail } from '../../ports/mail-sender.ts';
import type { Waiting } from '../../ports/outbox.ts';
import { messageIdKey } from '../intake/mail-key.ts';
import { composeLetter } from './compose-letter.ts';
import type { OutboxDeps } from './deps.ts';
import { decisionOf, settleFailed, settleSent, settleUnsent } from './settle-outgoing.ts';

/** Faults that only a person can mend are given up after so many tries. */
const triesOfForbidden = 5;
const longestWaitMs = 300_000;

/**
 * Tries to send one mail, and writes down what became of it. Whatever the outcome, trying again is safe: a mail that may
 * have been sent is looked for before anything is sent a second time.
 * @returns true when the mail has left the outbox
 */
export async function sendOne(deps: OutboxDeps, waiting: Waiting): Promise<boolean> {
  const claimed = await claim(deps, waiting);
  if (claimed === undefined) return false;
  const trial = { held: claimed };
  try {
    return await attempt(deps, trial);
  } catch (error) {
    return afterFault(deps, trial.held, error);
  }
}

/** The row as this process last wrote it. */
interface Trial {
  held: Waiting;
}

async function claim(deps: OutboxDeps, waiting: Waiting): Promise<Waiting | undefined> {
  const { mail } = waiting;
  return deps.outbox.update(waiting, { ...mail, attempts: mail.attempts + 1, claim: newClaim(deps) });
}

function newClaim(deps: OutboxDeps): Outgoing['claim'] {
  return { by: deps.ids.secret(), until: new Date(deps.clock.nowMs() + deps.claimMs).toISOString() };
}

async function attempt(deps: OutboxDeps, trial: Trial): Promise<boolean> {
  const found = await whereabouts(deps, trial.held.mail);
  if (found?.state === 'sent') return settleSent(deps, trial.held.mail, found);
  const composed = await composeLetter(deps, trial.held.mail);
  if (composed.kind === 'unsent') return settleUnsent(deps, trial.held.mail, composed.reason);
  if (composed.kind === 'later') return putOff(deps, trial.held, composed.waitMs);
  const { letter, answers } = composed;
  await rememberId(deps, trial.held.mail, letter.internetMessageId);
  const laid = found && (await wholeDraft(deps, trial.held.mail, letter, found));
  const graphId = laid ?? (await draft(deps, trial, letter, answers));
  await note(deps, trial, { graphId, state: 'sending', triedAt: deps.clock.now(), claim: newClaim(deps) });
  deps.pace.count(letter.mailbox, deps.clock.nowMs());
  await send(deps, trial.held.mail, graphId);
  const sent = await whereabouts(deps, trial.held.mail).catch(() => null);
  return settleSent(deps, trial.held.mail, sent?.state === 'sent' ? sent : null, letter);
}

/** The draft of an earlier try, if all its files are in it: only one whose id was written down was finished. */
async function wholeDraft(deps: OutboxDeps, mail: Outgoing, letter: Letter, found: OwnMail): Promise<string | null> {
  if (mail.graphId === found.graphId || letter.attachments.length === 0) return found.graphId;
  await deps.sender.discard(mail.mailbox, found.graphId);
  return null;
}

/** A draft that is laid twice because the answer was lost is found again by its Message-ID. */
async function draft(deps: OutboxDeps, trial: Trial, letter: Letter, answers: string | null): Promise<string> {
  await note(deps, trial, { state: 'sending' });
  return deps.sender.draft(letter, answers);
}

async function send(deps: OutboxDeps, mail: Outgoing, graphId: string): Promise<void> {
  try {
    await deps.sender.send(mail.mailbox, graphId);
  } catch (error) {
    // Graph refuses a draft that is none any more: somebody has sent it, most likely we ourselves.
    const sent = isFailure(error, 'invalid') ? await whereabouts(deps, mail) : null;
    if (sent?.state !== 'sent') throw error;
  }
}

/** @throws Failure `unavailable` when another process has taken the mail over */
async function note(deps: OutboxDeps, trial: Trial, more: Partial<Outgoing>): Promise<void> {
  const next = await deps.outbox.update(trial.held, { ...trial.held.mail, ...more });
  if (next === undefined) throw new Failure('unavailable', 'Somebody else has taken the mail over.');
  trial.held = next;
}

/** Where the mail lies, if an earlier try may have got so far; null when nothing of it is to be found. */
async function whereabouts(deps: OutboxDeps, mail: Outgoing): Promise<OwnMail | null> {
  if (mail.state === 'queued') return null;
  const found = await deps.sender.look(mail.mailbox, {
    graphId: mail.graphId,
    internetMessageId: ownMessageId(mail, mail.mailbox),
    mark: mail.id,
    since: mail.queuedAt,
  });
  if (found !== null || mail.triedAt === null) return found;
  // Exchange shows a mail among the sent ones only a while after it took it.
  const sinceMs = deps.clock.nowMs() - Date.parse(mail.triedAt);
  if (sinceMs < deps.lookMs) {
    throw new Failure('unavailable', 'The mail is on its way or lost.', { retryAfterSeconds: deps.lookMs / 4_000 });
  }
  return null;
}

/** An answer to our mail is matched by its Message-ID, so the id is known before anybody can answer. */
async function rememberId(deps: OutboxDeps, mail: Outgoing, internetMessageId: string): Promise<void> {
  await deps.decisions.decideMail(messageIdKey(deps.ids, internetMessageId), decisionOf(mail));
}

async function afterFault(deps: OutboxDeps, held: Waiting, error: unknown): Promise<boolean> {
  const { mail } = held;
  const fields = { caseId: mail.caseId, messageId: mail.id, attempts: mail.attempts };
  const reason = error instanceof Error ? error.message : String(error);
  if (isForGood(error, mail.attempts)) {
    deps.log.error('mail could not be sent', { ...fields, error: reason });
    return settleFailed(deps, mail, sentenceFor(error));
  }
  deps.log.warn('mail is not sent yet', { ...fields, error: reason });
  const asked = isFailure(error) ? error.retryAfterSeconds : undefined;
  const waitMs = asked === undefined ? Math.min(longestWaitMs, 1_000 * 2 ** Math.min(mail.attempts, 12)) : asked * 1000;
  return postpone(deps, held, waitMs, reason);
}

/** Waiting for the analyst is no try. */
function putOff(deps: OutboxDeps, { mail, etag }: Waiting, waitMs: number): Promise<false> {
  return postpone(deps, { mail: { ...mail, attempts: mail.attempts - 1 }, etag }, waitMs, null);
}

async function postpone(deps: OutboxDeps, held: Waiting, waitMs: number, lastError: string | null): Promise<false> {
  const notBefore = new Date(deps.clock.nowMs() + waitMs).toISOString();
  await deps.outbox.update(held, { ...held.mail, claim: null, notBefore, lastError });
  return false;
}

function isForGood(error: unknown, attempts: number): boolean {
  if (!isFailure(error)) return attempts >= triesOfForbidden;
  if (error.code === 'unavailable' || error.code === 'throttled') return false;
  if (error.code === 'forbidden' || error.code === 'not-found') return attempts >= triesOfForbidden;
  return true;
}

function sentenceFor(error: unknown): string {
  if (isFailure(error, 'forbidden')) {
    return 'Outlook does not let us send from this mailbox. An administrator must grant the right to send.';
  }
  if (isFailure(error, 'too-large')) return 'Outlook refused the mail because it is too large.';
  if (isFailure(error, 'invalid')) return 'Outlook refused the mail, most likely because of a recipient.';
  return 'Outlook did not take the mail.';
}
