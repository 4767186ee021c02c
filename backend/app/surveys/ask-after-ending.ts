import { system } from '../../domain/access/actor.ts';
import type { CaseEvent, CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import { customerConversation, lastOfCustomer } from '../../domain/case/conversation.ts';
import { isImported } from '../../domain/case/import-mark.ts';
import { queued } from '../../domain/mail/outgoing.ts';
import { endingOf } from '../../domain/survey/satisfaction.ts';
import { endedStatuses } from '../../domain/vocabulary.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock, Ids } from '../../ports/system.ts';
import { replySettings } from '../replies/reply-settings.ts';
import { undoMs } from '../replies/send-patience.ts';

interface AskingDeps {
  store: CaseStore;
  settings: Pick<SettingsStore, 'read'>;
  clock: Clock;
  ids: Ids;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
}

/**
 * Puts the mail into line that asks the customer how content they are, if the entry of the log ended their case. Seen
 * again after a crash, the entry leads to the same mail, and each ending to one at most.
 */
export async function askAfterEnding(deps: AskingDeps, event: CaseEvent): Promise<void> {
  const { caseId } = event;
  if (caseId === null || !endsCase(event)) return;
  const { survey } = await replySettings(deps);
  if (!survey.enabled) return;
  const ended = await deps.store.get(caseId);
  const ending = ended && endingOf(ended.value);
  if (!ending || (survey.after === 'closed' && ended.value.status !== 'closed')) return;
  const id = deps.ids.derived('survey', caseId, ending);
  await deps.store.transact(caseId, `survey|${id}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || endingOf(found.value) !== ending) return;
    const { value } = found;
    const conversation = await tx.ownMessages(caseId);
    const mailbox = value.mailbox?.toLowerCase() ?? '';
    const { satisfaction } = value;
    if (satisfaction !== null && satisfaction.asked.ending >= ending) return;
    if (!mayAsk(deps, value, conversation, mailbox)) return;
    // Its place in line follows from the ending, so that the same one is never in line twice.
    const queuedAt = ending;
    if ((await tx.outgoing({ id, caseId, queuedAt })) !== undefined) return;
    const answers = lastOfCustomer(conversation)?.id ?? null;
    // Whoever ended the case by mistake has as long to think better of it as with a reply.
    const notBefore = new Date(deps.clock.nowMs() + undoMs).toISOString();
    tx.putOutgoing(queued({ id, caseId, mailbox, kind: 'survey', answers, queuedAt, notBefore, undo: null }));
    tx.putCase(quietly(found));
    const told = { kind: 'message.delivery' as const, caseId, at: deps.clock.now(), actor: system, changes: [] };
    tx.record({ ...told, messageId: null, mail: null, reason: 'The customer is asked how content they are.' });
  });
}

/** Cases that were imported end quietly; one that nobody answered any more is closed with a mail that asks already. */
function endsCase(event: CaseEvent): boolean {
  const status = event.changes.find(({ field }) => field === 'status');
  if (status === undefined || isImported(event) || !endedStatuses.some((one) => one === status.to)) return false;
  const forSilence = event.actor.id === system.id && event.automation === undefined;
  return !(forSilence && status.from === 'awaiting_customer');
}

/** Only whom a person of ours has written to, and who could be reached, is asked. */
function mayAsk(
  { ourMailboxes }: AskingDeps,
  value: SupportCase,
  conversation: CaseMessage[],
  mailbox: string,
): boolean {
  const customer = value.customer.email.toLowerCase();
  const served = customerConversation(conversation).some(
    ({ direction, automatic, delivery }) => direction === 'outbound' && !automatic && delivery?.state !== 'failed',
  );
  const refuses = value.undeliverable.includes(customer) || ourMailboxes.includes(customer);
  return served && !refuses && value.mergedInto === null && ourMailboxes.includes(mailbox);
}
