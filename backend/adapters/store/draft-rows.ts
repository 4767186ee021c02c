import type { CaseEvent } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { RowOperation, RowValue } from '../../ports/table-backend.ts';
import { type CaseDraft, secondFate } from './case-draft.ts';
import { asRow, type CaseRow, type MessageRow, toRowValue } from './case-rows.ts';
import { shardRows } from './keys.ts';

/** Entries of a case's history that its own row holds at most. */
const longestLog = 64;

/** What a draft holds when its story is told. */
export type ToldDraft = Pick<
  CaseDraft,
  'cases' | 'events' | 'placed' | 'removed' | 'outbox' | 'tasks' | 'fates' | 'amendedFates' | 'receipts' | 'look'
> &
  Partial<Pick<CaseDraft, 'rewrittenEvents'>>;

export interface Numbering {
  shard: number;
  /** Sequence number of the draft's first event. */
  firstSeq: number;
  opId: string;
  batch: string;
}

/**
 * The rows a draft comes to when its events follow in the log. What it reads for that counts as read by the story.
 * @throws Failure `conflict` for a second fate of a mail
 */
export async function draftOperations(
  draft: ToldDraft,
  messages: readonly MessageRow[],
  numbering: Numbering,
): Promise<RowOperation[]> {
  const events = draft.events.map(
    (event, i): CaseEvent => ({
      ...event,
      shard: numbering.shard,
      seq: numbering.firstSeq + i,
      opId: numbering.opId,
    }),
  );
  return [
    ...(await caseOperations(draft, events)),
    ...[...draft.placed, ...messages].map((row) =>
      upsert(shardRows.message(row.message.caseId, row.message.at, row.message.id), toRowValue(row)),
    ),
    ...[...draft.removed.keys()].map((row): RowOperation => ({ kind: 'delete', row })),
    ...outboxOperations(draft),
    ...taskOperations(draft, events),
    ...(draft.rewrittenEvents ?? []).map((row) => upsert(shardRows.event(row.event.seq), toRowValue(row))),
    ...(await fateOperations(draft)),
    ...[...draft.receipts].map(([key, receipt]) => upsert(shardRows.receipt(key), toRowValue(receipt))),
    ...events.map((event) => create(shardRows.event(event.seq), toRowValue({ event, batch: numbering.batch }))),
  ];
}

async function caseOperations(draft: ToldDraft, events: readonly CaseEvent[]): Promise<RowOperation[]> {
  const last = events.at(-1)?.seq ?? 0;
  const mentioned = events.map((e) => e.caseId).filter((id) => id !== null);
  const operations: RowOperation[] = [];
  for (const caseId of new Set([...draft.cases.keys(), ...mentioned])) {
    const stored = await draft.look(shardRows.case(caseId));
    const before = stored && asRow<CaseRow>(stored);
    const value = draft.cases.get(caseId) ?? before?.case;
    if (value === undefined) continue;
    const seqs = events.filter((e) => e.caseId === caseId).map((e) => e.seq);
    const log = [...(before?.log ?? []), ...seqs];
    if (log.length > longestLog) {
      const earlier = log.splice(0, log.length - longestLog / 2);
      operations.push(create(shardRows.earlierLog(caseId, earlier[0] ?? 0), toRowValue({ seqs: earlier })));
    }
    const row: CaseRow = { case: value, log, seq: last };
    operations.push(upsert(shardRows.case(caseId), toRowValue(row)));
  }
  return operations;
}

function outboxOperations(draft: ToldDraft): RowOperation[] {
  return [...draft.outbox].map(([row, mail]) =>
    mail === null ? { kind: 'delete', row } : upsert(row, toRowValue(mail)),
  );
}

function taskOperations(draft: ToldDraft, events: readonly CaseEvent[]): RowOperation[] {
  return [...draft.tasks].map(([row, task]) => {
    if (task === null) return { kind: 'delete', row };
    const seq = events.findLast((event) => event.task?.id === task.id)?.seq;
    if (seq === undefined) throw new Failure('invalid', 'A task is written with an event that carries it.');
    return upsert(row, toRowValue({ task, seq }));
  });
}

async function fateOperations(draft: ToldDraft): Promise<RowOperation[]> {
  const operations: RowOperation[] = [];
  for (const fate of draft.fates.values()) {
    const earlier = await draft.look(shardRows.fate(fate.mailKey));
    if (earlier !== undefined && asRow<MailFate>(earlier).outcome !== 'parked') throw secondFate(fate);
    const write = earlier === undefined ? create : upsert;
    operations.push(write(shardRows.fate(fate.mailKey), toRowValue(fate)));
  }
  for (const fate of draft.amendedFates.values()) {
    operations.push(upsert(shardRows.fate(fate.mailKey), toRowValue(fate)));
  }
  return operations;
}

// The head's etag guards every row of the shard, so rows need no condition of their own.
function upsert(row: string, value: RowValue): RowOperation {
  return { kind: 'upsert', row, value };
}

function create(row: string, value: RowValue): RowOperation {
  return { kind: 'create', row, value };
}
