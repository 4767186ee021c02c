import type { HistoryEntry, Message } from '../contracts/message.ts';
import type { CaseAttachment, CaseEvent, CaseMessage, Delivery } from '../domain/case/case.ts';
import { safeFileName } from '../domain/mail/file-rules.ts';

export function presentMessage(message: CaseMessage): Message {
  return {
    id: message.id,
    caseId: message.caseId,
    direction: message.direction,
    from: message.from,
    to: message.to,
    cc: message.cc,
    subject: message.subject,
    visibleText: message.visibleText,
    hasQuoted: message.hasQuoted,
    safeHtml: message.safeHtml,
    at: message.at,
    attachments: message.attachments.map(presentAttachment),
    internetMessageId: message.internetMessageId,
    automatic: message.automatic,
    threadedBy: message.threadedBy,
    ...(message.task !== undefined && { taskId: message.task.id }),
    ...(message.mentions !== undefined && { mentions: message.mentions }),
    ...(message.delivery !== undefined && { delivery: presentDelivery(message.delivery) }),
  };
}

function presentDelivery({ state, at, sendAt, attempts, error }: Delivery): NonNullable<Message['delivery']> {
  return { state, at, attempts, ...(sendAt !== null && { undoUntil: sendAt }), ...(error !== null && { error }) };
}

function presentAttachment({ id, name, type, size, contentId, file }: CaseAttachment): Message['attachments'][number] {
  const withheld = file?.withheld ?? undefined;
  const stored = file?.withheld === null;
  return {
    id,
    name: safeFileName(name),
    type,
    size: file?.size ?? size,
    contentId,
    stored,
    ...(withheld && { withheld }),
  };
}

export function presentEvent(event: CaseEvent): HistoryEntry {
  return {
    id: `${event.shard}-${event.seq}`,
    at: event.at,
    actor: { id: event.actor.id, name: event.actor.name },
    surface: event.actor.surface,
    kind: event.kind,
    changes: event.changes.map(({ field, from, to }) => ({ field, from, to })),
    messageId: event.messageId,
    reason: event.reason,
  };
}
