import type { Actor } from '../../domain/access/actor.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import type { Match } from '../../domain/mail/match.ts';
import { type Decided, decideCase } from '../intake/decide-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { enrichCase } from '../intake/enrich-case.ts';
import { messageIdKey, openedBy } from '../intake/mail-key.ts';
import type { MailToConvert } from '../intake/mail-use-cases.ts';
import { recordMail } from '../intake/record-mail.ts';
import { broughtPart, type StudiedMail, studyMail } from '../intake/study-mail.ts';
import { assigneeOf } from './assignee.ts';
import type { Created, VersionedCase } from './case-use-cases.ts';
import { editCase } from './change-case.ts';
import { convertByHand, joinByHand } from './convert-by-hand.ts';
import { getCase } from './find-case.ts';
import { mustNotBeMerged } from './merged.ts';

/**
 * An agent makes a case of a mail. The mail goes through the same decisions as if Graph had brought it, so that both
 * coming together, in any order, end as one message on one case.
 */
export async function caseFromMail(deps: IntakeDeps, actor: Actor, input: MailToConvert): Promise<Created> {
  if (input.into !== undefined) return addMailToCase(deps, actor, input, input.into);
  const known = input.internetMessageId === undefined ? null : await caseOfMail(deps, input.internetMessageId);
  if (known !== null) return { case: known, created: false };
  const overrides = input.overrides ?? {};
  if (overrides.assignee !== undefined) await assigneeOf(deps, actor, overrides.assignee);
  const { caseId, created } = await convert(deps, actor, await findMail(deps, input));
  await enrichCase(deps, caseId);
  const changed = created && Object.values(overrides).some((value) => value !== undefined);
  if (changed) return { case: await editCase(deps, actor, caseId, overrides), created };
  return { case: await mustGet(deps, caseId), created };
}

/** The case that holds the mail with this Message-ID, or null. */
async function caseOfMail(
  deps: Pick<IntakeDeps, 'decisions' | 'store' | 'ids'>,
  internetMessageId: string,
): Promise<VersionedCase | null> {
  const caseId = await caseIdOfMail(deps, internetMessageId);
  return caseId === null ? null : whereItShows(deps, caseId);
}

/** Which case the mail with this Message-ID belongs to, if there is that case; null for a mail that nothing is known of. */
export async function caseIdOfMail(
  deps: Pick<IntakeDeps, 'decisions' | 'ids'>,
  internetMessageId: string,
): Promise<string | null> {
  const mailKey = messageIdKey(deps.ids, internetMessageId);
  const decision = await deps.decisions.mail(mailKey);
  if (decision === undefined || decision.awaited) return null;
  // A mail that was kept apart may have been converted by hand since; then the case is the one it would have opened.
  return decision.caseId ?? openedBy(deps.ids, mailKey).caseId;
}

/** The case, or the one that it was merged into. */
export async function whereItShows(deps: Pick<IntakeDeps, 'store'>, caseId: string): Promise<VersionedCase | null> {
  const found = await deps.store.get(caseId);
  const onwards = found?.value.mergedInto ?? null;
  return onwards === null ? (found ?? null) : whereItShows(deps, onwards);
}

/** An agent says which case a mail belongs to. Saying it again changes nothing. */
async function addMailToCase(deps: IntakeDeps, actor: Actor, input: MailToConvert, ref: string): Promise<Created> {
  const target = await getCase(deps, ref);
  mustNotBeMerged(target.value);
  const intoId = target.value.id;
  const known = input.internetMessageId === undefined ? null : await caseOfMail(deps, input.internetMessageId);
  if (known !== null) mustBeOn(known, intoId);
  const studied = asHuman(await studyMail(deps, await findMail(deps, input), broughtPart));
  const chosen: Match = {
    kind: 'join',
    caseId: intoId,
    rule: 'by_hand',
    why: 'An agent added this mail to the case.',
    reopen: true,
  };
  const decided = await decideCase(deps, studied, { chosen, forClaims: false, forParents: () => null });
  const judged = { ...studied, decided, actor, source: 'outlook' as const };
  if (decided.caseId === null) {
    await joinByHand(deps, judged, { ...decided, caseId: intoId, rule: chosen.rule, why: chosen.why });
    await deps.decisions.redirectMail(studied.mailKey, intoId);
  } else {
    await recordMail(deps, judged);
    mustBeOn(await whereItShows(deps, decided.caseId), intoId);
  }
  return { case: await mustGet(deps, intoId), created: false };
}

function mustBeOn(found: VersionedCase | null, caseId: string): void {
  if (found === null || found.value.id === caseId) return;
  throw new Failure('conflict', `The mail is on ${found.value.number} already. Move it from there.`);
}

function asHuman(found: StudiedMail): StudiedMail {
  return { ...found, judgement: { ...found.judgement, kind: 'human' }, report: null };
}

async function convert(
  deps: IntakeDeps,
  actor: Actor,
  mail: IncomingMail,
): Promise<{ caseId: string; created: boolean }> {
  const studied = asHuman(await studyMail(deps, mail, broughtPart));
  const { mailKey } = studied;
  const decided = await decideCase(deps, studied, { forClaims: false, forParents: () => null });
  const judged = { ...studied, decided, actor, source: 'outlook' as const };
  if (decided.caseId === null) return convertByHand(deps, judged, byHand(decided, openedBy(deps.ids, mailKey)));
  const existed = (await deps.store.get(decided.caseId)) !== undefined;
  const fate = await recordMail(deps, judged);
  return { caseId: fate.caseId ?? decided.caseId, created: !existed };
}

function byHand(decided: Decided, own: { caseId: string; messageId: string }): Decided & { caseId: string } {
  return { ...decided, ...own, rule: 'by_hand', why: 'An agent made a case of this mail.' };
}

async function findMail(deps: IntakeDeps, input: MailToConvert): Promise<IncomingMail> {
  const mailboxes = input.mailbox === undefined ? deps.ourMailboxes : [input.mailbox.toLowerCase()];
  for (const mailbox of mailboxes.filter((one) => deps.ourMailboxes.includes(one))) {
    const mail = await fetchFrom(deps, mailbox, input.internetMessageId);
    if (mail !== null) return mail;
  }
  if (input.message !== undefined) return handedOver(deps, input, mailboxes[0] ?? '');
  throw new Failure('not-found', 'That mail is in no watched mailbox. Hand over the message itself.');
}

/** A mailbox that does not answer must not stop an agent who has the mail before them. */
async function fetchFrom(deps: IntakeDeps, mailbox: string, id: string | undefined): Promise<IncomingMail | null> {
  if (id === undefined) return null;
  try {
    const graphId = await deps.mailbox.find(mailbox, id);
    return graphId === null ? null : await deps.mailbox.fetch(mailbox, graphId);
  } catch (error) {
    if (!isFailure(error)) throw error;
    deps.log.warn('mail to convert could not be fetched', { mailbox, code: error.code });
    return null;
  }
}

function handedOver(deps: IntakeDeps, input: MailToConvert, mailbox: string): IncomingMail {
  const mail = deps.readMail(mailbox, input.message ?? {});
  if (mail.from === null && mail.sender === null && mail.subject === '' && mail.body.content === '') {
    throw new Failure('invalid', 'The message holds neither sender, subject nor text.', {
      faults: [{ path: 'message', message: 'is not a mail' }],
    });
  }
  return {
    ...mail,
    // Ids of a client's own copy mean nothing in the shared mailbox.
    graphId: null,
    internetMessageId: input.internetMessageId ?? mail.internetMessageId,
    conversationId: input.conversationId ?? mail.conversationId,
  };
}

async function mustGet(deps: Pick<IntakeDeps, 'store'>, caseId: string): Promise<VersionedCase> {
  const found = await deps.store.get(caseId);
  if (found === undefined) throw new Failure('not-found', 'The case is gone.');
  return found;
}
