import { system } from '../../domain/access/actor.ts';
import type { CaseMessage, Delivery, Satisfaction } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { withAsked } from '../../domain/survey/satisfaction.ts';
import { missedContractor } from '../../domain/task/contractor.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import type { MailDecision } from '../../ports/mail-decisions.ts';
import type { OwnMail } from '../../ports/mail-sender.ts';
import { conversationKeyOf, messageIdKey } from '../intake/mail-key.ts';
import { recordTask } from '../tasks/write-task.ts';
import { recompose } from './compose-letter.ts';
import type { OutboxDeps } from './deps.ts';

/** The mail is out. Its conversation now belongs to the case, under whatever ids the mail system gave it. */
export async function settleSent(
  deps: OutboxDeps,
  mail: Outgoing,
  own: OwnMail | null,
  letter?: Letter,
): Promise<true> {
  if (own?.internetMessageId) {
    await deps.decisions.decideMail(messageIdKey(deps.ids, own.internetMessageId), decisionOf(mail));
  }
  if (own?.conversationId) {
    await deps.decisions.decideConversation(conversationKeyOf(deps.ids, own.conversationId), mail.caseId);
  }
  return settle(deps, mail, letter, { state: 'sent', error: null }, own);
}

/** Where answers to a mail of ours go. */
export function decisionOf({ caseId, id, task }: Outgoing): MailDecision {
  return { caseId, messageId: id, awaited: false, ...(task !== undefined && { task }) };
}

/** The mail was refused for good: people see it on the case, with what it said. */
export function settleFailed(deps: OutboxDeps, mail: Outgoing, error: string): Promise<true> {
  return settle(deps, mail, undefined, { state: 'failed', error }, null);
}

/** An automatic mail turned out to be one too many. The history says why. */
export async function settleUnsent(deps: OutboxDeps, mail: Outgoing, reason: string): Promise<true> {
  await deps.store.transact(mail.caseId, `unsent|${mail.id}`, async (tx) => {
    if ((await tx.outgoing(mail)) === undefined) return;
    tx.removeOutgoing(mail);
    const found = await tx.case(mail.caseId);
    if (found !== undefined) tx.putCase(quietly(found));
    tx.record(eventOf(mail, 'message.delivery', { messageId: null, at: deps.clock.now(), changes: [], reason }));
  });
  return true;
}

type Outcome = Pick<Delivery, 'state' | 'error'>;

async function settle(
  deps: OutboxDeps,
  mail: Outgoing,
  letter: Letter | undefined,
  outcome: Outcome,
  own: OwnMail | null,
): Promise<true> {
  const said = mail.kind === 'reply' ? null : (letter ?? (await recompose(deps, mail)));
  await deps.store.transact(mail.caseId, `settled|${mail.id}`, async (tx) => {
    if ((await tx.outgoing(mail)) === undefined) return;
    tx.removeOutgoing(mail);
    const at = deps.clock.now();
    const before = await tx.message({ caseId: mail.caseId, at: mail.queuedAt, id: mail.id });
    const message = before ?? (said === null ? null : automaticMessage(mail, said));
    if (message !== null) tx.addMessage(withOutcome(message, mail, outcome, own, at));
    const asked = outcome.state === 'sent' && said?.survey !== undefined ? { ending: said.survey.ending, at } : null;
    await noteOnCase(tx, mail, before === undefined && message !== null, asked);
    const kind = before === undefined && outcome.state === 'sent' ? 'message.added' : 'message.delivery';
    const changes =
      before === undefined ? [] : [{ field: 'delivery', from: before.delivery?.state ?? 'queued', to: outcome.state }];
    tx.record(eventOf(mail, kind, { messageId: message?.id ?? null, at, changes, reason: outcome.error }));
    if (outcome.error !== null) await noteUnreached(tx, mail, outcome.error, at);
  });
  return true;
}

/** Whoever gave a task to somebody outside hears that they know nothing of it. */
async function noteUnreached(tx: CaseTransaction, mail: Outgoing, error: string, at: string): Promise<void> {
  if (mail.task === undefined || mail.task.caseId !== mail.caseId) return;
  const was = (await tx.task(mail.task))?.value;
  const noted = was && missedContractor(was, mail.id, error, at);
  if (!noted) return;
  const { value: is, changes } = noted;
  recordTask(tx, system, at, mail.caseId, { kind: 'task.changed', was, is, changes });
}

function withOutcome(
  message: CaseMessage,
  mail: Outgoing,
  outcome: Outcome,
  own: OwnMail | null,
  at: string,
): CaseMessage {
  return {
    ...message,
    delivery: { ...outcome, at, sendAt: null, attempts: mail.attempts },
    ...(own !== null && {
      internetMessageId: own.internetMessageId ?? message.internetMessageId,
      graph: { mailbox: mail.mailbox, id: own.graphId },
    }),
  };
}

/** An automatic mail joins the conversation only when its fate is known. */
function automaticMessage(mail: Outgoing, letter: Letter): CaseMessage {
  return {
    id: mail.id,
    caseId: mail.caseId,
    direction: 'outbound',
    from: { email: mail.mailbox, name: system.name },
    to: letter.to,
    cc: letter.cc,
    subject: letter.subject,
    visibleText: letter.survey?.kept.text ?? letter.text,
    hasQuoted: false,
    safeHtml: letter.survey?.kept.html ?? letter.html,
    at: letter.at,
    attachments: [],
    internetMessageId: letter.internetMessageId,
    graph: null,
    automatic: true,
    threadedBy: { rule: 'sent_from_case', why: 'We sent it by ourselves.' },
  };
}

async function noteOnCase(
  tx: CaseTransaction,
  mail: Outgoing,
  joins: boolean,
  asked: Satisfaction['asked'] | null,
): Promise<void> {
  const found = await tx.case(mail.caseId);
  if (found === undefined) return;
  const counts = joins && found.value.mergedInto === null;
  const { satisfaction, messageCount } = found.value;
  tx.putCase(
    quietly(found, {
      ...(counts && { messageCount: messageCount + 1 }),
      ...(asked !== null && { satisfaction: withAsked(satisfaction, asked.ending, asked.at) }),
    }),
  );
}

function eventOf(
  mail: Outgoing,
  kind: 'message.added' | 'message.delivery',
  said: {
    messageId: string | null;
    at: string;
    changes: { field: string; from: unknown; to: unknown }[];
    reason: string | null;
  },
) {
  return { kind, caseId: mail.caseId, actor: system, mail: null, ...said };
}
