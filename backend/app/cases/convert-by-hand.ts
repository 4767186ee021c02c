import { Failure } from '../../domain/failure.ts';
import { noteFiles } from '../files/note-files.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { caseOpenedBy, type JudgedMail, messageOf, received } from '../intake/record-mail.ts';
import { mustNotBeMerged } from './merged.ts';

/**
 * Opens a case from a mail whose fate was to stay apart, such as a newsletter that turns out to matter. The recorded
 * fate stays as it was written; the case says that a person decided otherwise.
 */
export async function convertByHand(
  deps: IntakeDeps,
  judged: JudgedMail,
  decided: JudgedMail['decided'] & { caseId: string },
): Promise<{ caseId: string; created: boolean }> {
  const { caseId } = decided;
  const message = messageOf(deps, { ...judged, decided }, caseId);
  await noteFiles(deps, judged.mail, message.id);
  let number: string | undefined;
  const created = await deps.store.transact(caseId, `by-hand|${judged.mailKey}`, async (tx) => {
    if ((await tx.case(caseId)) !== undefined) return false;
    number ??= await deps.numbers.next();
    const at = deps.clock.now();
    tx.putCase(caseOpenedBy(deps, { ...judged, decided }, caseId, number, at));
    tx.addMessage(message);
    tx.record({
      kind: 'case.opened',
      caseId,
      at,
      actor: judged.actor,
      changes: [],
      messageId: message.id,
      mail: null,
      reason: decided.why,
    });
    return true;
  });
  return { caseId, created };
}

/** Adds such a mail to a case that is there. @throws Failure `conflict` when that case was merged meanwhile */
export async function joinByHand(
  deps: IntakeDeps,
  judged: JudgedMail,
  decided: JudgedMail['decided'] & { caseId: string },
): Promise<void> {
  const { caseId } = decided;
  const message = messageOf(deps, { ...judged, decided }, caseId);
  await noteFiles(deps, judged.mail, message.id);
  await deps.store.transact(caseId, `join-by-hand|${judged.mailKey}`, async (tx) => {
    const before = await tx.case(caseId);
    if (before === undefined) throw new Failure('not-found', 'The case is gone.');
    mustNotBeMerged(before.value);
    const at = deps.clock.now();
    const { value, changes } = received(deps, judged, message, before.value, at);
    tx.putCase(value);
    tx.addMessage(message);
    tx.record({
      kind: 'message.added',
      caseId,
      at,
      actor: judged.actor,
      changes,
      messageId: message.id,
      mail: null,
      reason: decided.why,
    });
  });
}
