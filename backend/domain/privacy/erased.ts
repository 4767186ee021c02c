import type { CaseEvent, CaseMessage, FieldChange, SupportCase } from '../case/case.ts';
import type { MailFate } from '../mail/mail.ts';
import type { Outgoing } from '../mail/outgoing.ts';
import type { Task } from '../task/task.ts';
import { erasedText, type Scrub } from './scrub.ts';

/** One thing that is held, whichever kind it is of. */
export type Trace =
  | { kind: 'case'; value: SupportCase }
  | { kind: 'message'; value: CaseMessage }
  | { kind: 'event'; value: CaseEvent }
  | { kind: 'task'; value: Task }
  | { kind: 'fate'; value: MailFate }
  | { kind: 'outgoing'; value: Outgoing };

/** What goes of one case, beyond the traces that are scrubbed wherever they stand. */
export interface Erasing {
  scrub: Scrub;
  /** Whether everything that was written goes, because the case is about somebody who is to be forgotten. */
  whole: boolean;
  /** Whether a mail from this address goes whole; it may be null for what has no sender. */
  wrote(email: string | null): boolean;
}

/** What stays of a thing. Doing it again changes nothing, and nothing changes where there is nothing to erase. */
export function erased<T extends Trace>(trace: T, how: Erasing): T {
  return { ...trace, value: valueErased(trace, how) } as T;
}

/** Whether erasing leaves the thing other than it was. */
export function hasTraces(trace: Trace, how: Erasing): boolean {
  const after = erased(trace, how).value;
  return after !== trace.value && JSON.stringify(after) !== JSON.stringify(trace.value);
}

function valueErased(trace: Trace, how: Erasing): Trace['value'] {
  switch (trace.kind) {
    case 'case':
      return eraseCase(how.scrub(trace.value), how);
    case 'message':
      return eraseMessage(trace.value, how);
    case 'event':
      return eraseEvent(trace.value, how);
    case 'task':
      return eraseTask(how.scrub(trace.value), how);
    case 'fate':
      return eraseFate(trace.value, how);
    case 'outgoing':
      return how.scrub(trace.value);
  }
}

function eraseCase(value: SupportCase, { whole }: Erasing): SupportCase {
  if (!whole) return value;
  const { ai } = value;
  return {
    ...value,
    subject: erasedText,
    summary: '',
    fields: {},
    resolution: value.resolution === null ? null : erasedText,
    ai: ai && { engine: ai.engine, confidence: ai.confidence, needsReview: ai.needsReview, reasons: [] },
  };
}

/** Addresses stay, without those that were scrubbed: who of us was asked is nobody's secret. */
function eraseMessage(message: CaseMessage, { scrub, whole, wrote }: Erasing): CaseMessage {
  const scrubbed = scrub(message);
  if (!whole && !wrote(message.from?.email ?? null)) return scrubbed;
  const { replyTo: _, report: __, ...rest } = scrubbed;
  const theirs = message.direction === 'inbound';
  return {
    ...rest,
    subject: erasedText,
    visibleText: erasedText,
    safeHtml: '',
    hasQuoted: false,
    attachments: [],
    threadedBy: { ...message.threadedBy, why: erasedText },
    ...(theirs && { internetMessageId: null, graph: null }),
  };
}

/** Fields of a case that may hold anything about its customer, and what stands in them afterwards. */
const erasedFields: Record<string, (value: unknown) => unknown> = {
  subject: (value) => (typeof value === 'string' ? erasedText : value),
  summary: (value) => (typeof value === 'string' ? '' : value),
  resolution: (value) => (typeof value === 'string' ? erasedText : value),
  fields: (value) => (value === null || value === undefined ? value : {}),
};

function eraseEvent(event: CaseEvent, how: Erasing): CaseEvent {
  const scrubbed = how.scrub(event);
  const from = event.mail?.seen?.from ?? null;
  if (!how.whole && !how.wrote(from) && !how.wrote(writerOf(event))) return scrubbed;
  const keepsReason = event.kind.startsWith('sla.') || event.reason === null;
  return {
    ...scrubbed,
    changes: scrubbed.changes.map(how.whole ? eraseChange : (change) => change),
    ...(scrubbed.opened !== undefined && how.whole && { opened: { ...scrubbed.opened, subject: erasedText } }),
    mail: eraseMark(scrubbed.mail),
    reason: keepsReason ? scrubbed.reason : erasedText,
    ...(scrubbed.task !== undefined && how.whole && { task: eraseTask(scrubbed.task, how) }),
    ...(scrubbed.automation !== undefined && how.whole && { automation: { ...scrubbed.automation, effects: [] } }),
  };
}

function writerOf({ actor }: CaseEvent): string | null {
  return actor.id.startsWith('customer:') ? actor.id.slice('customer:'.length) : null;
}

function eraseChange(change: FieldChange): FieldChange {
  const erase = erasedFields[change.field];
  return erase === undefined ? change : { ...change, from: erase(change.from), to: erase(change.to) };
}

function eraseMark(mail: CaseEvent['mail']): CaseEvent['mail'] {
  if (mail?.seen === undefined) return mail;
  return { ...mail, seen: { ...mail.seen, subject: erasedText, likeness: null } };
}

function eraseTask(task: Task, { whole }: Erasing): Task {
  if (!whole) return task;
  const checklist = task.checklist.map((item) => ({ ...item, text: erasedText }));
  return { ...task, title: erasedText, description: '', checklist };
}

/** The key stays: it is a hash, and keeps a mail that still lies in the mailbox from being taken in again. */
function eraseFate(fate: MailFate, { scrub, whole, wrote }: Erasing): MailFate {
  const scrubbed = scrub(fate);
  if (!whole && !wrote(fate.from)) return scrubbed;
  return {
    ...scrubbed,
    graphId: null,
    internetMessageId: null,
    subject: erasedText,
    reason: erasedText,
    reasons: [],
    ...(fate.signs !== undefined && { signs: [] }),
    ...(fate.alsoSeen !== undefined && { alsoSeen: [] }),
  };
}
