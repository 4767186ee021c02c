import type { CaseEvent, CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { laterFields } from '../../domain/case/open.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { type Task, wholeTask } from '../../domain/task/task.ts';
import type { Receipt } from '../../ports/case-store.ts';
import type { RowValue } from '../../ports/table-backend.ts';

/** A case with the sequence numbers of everything the log says about it. */
export interface CaseRow {
  case: SupportCase;
  /** Ascending. The earlier ones of a long history lie in rows of their own, see `LogRow`. */
  log: number[];
  /** Sequence number of the last transaction that wrote the case. */
  seq: number;
}

/** A message; bodies that are long lie in blobs and are empty here. */
export interface MessageRow {
  message: CaseMessage;
  blobs: Partial<Record<BodyField, string>>;
}

export const bodyFields = ['safeHtml', 'visibleText'] as const;
export type BodyField = (typeof bodyFields)[number];

/** `batch` names the commit that wrote the event, which settles commits whose answer was lost. */
export interface EventRow {
  event: CaseEvent;
  batch: string;
}

/** A stretch of a case's history that its row no longer holds, so that a long one does not make every change dear. */
export interface LogRow {
  /** Ascending. */
  seqs: number[];
}

export interface HeadRow {
  seq: number;
  batch: string;
}

/** A task with the sequence number of the last event about it. */
export interface TaskRow {
  task: Task;
  seq: number;
}

type StoredRow = LogRow | TaskRow | CaseRow | MessageRow | EventRow | HeadRow | MailFate | Receipt | Outgoing;

/** Rows are written by this folder alone, so what is read has the shape that was written. */
export function asRow<T extends StoredRow>(value: RowValue): T {
  return value as unknown as T;
}

export function toRowValue(value: StoredRow): RowValue {
  return { ...value };
}

/** The same on every replica, and another one after every write of the case. */
export function caseEtag(shard: number, seq: number): string {
  return `${shard}-${seq}`;
}

export function toVersionedCase(shard: number, value: RowValue): Versioned<SupportCase> {
  const row = asRow<CaseRow>(value);
  if (!isWhole(row.case)) complete(row.case);
  return { value: row.case, etag: caseEtag(shard, row.seq) };
}

/** In place: after an upgrade every case of a store comes by here, and a copy of all its fields takes twenty times as long. */
function complete(value: SupportCase): void {
  // Cases written before these fields existed have moved at least when they were opened.
  const { createdAt } = value;
  const later = { ...laterFields(), statusSince: createdAt, lastMessageAt: createdAt };
  const fields = value as unknown as Record<string, unknown>;
  for (const [name, usual] of Object.entries(later)) if (!(name in fields)) fields[name] = usual;
}

const laterNames = [...Object.keys(laterFields()), 'statusSince', 'lastMessageAt'];

function isWhole(value: SupportCase): boolean {
  return laterNames.every((name) => name in value);
}

export function toVersionedTask(shard: number, value: RowValue): Versioned<Task> {
  const { task, seq } = asRow<TaskRow>(value);
  return { value: wholeTask(task), etag: caseEtag(shard, seq) };
}
