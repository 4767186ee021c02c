import type { HistoryEntry, Message } from '../contracts/message.ts';
import type { CaseEvent, CaseMessage } from '../domain/case/case.ts';

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
    attachments: message.attachments.map(({ id, name, type, size }) => ({ id, name, type, size })),
    internetMessageId: message.internetMessageId,
    automatic: message.automatic,
    threadedBy: message.threadedBy,
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
