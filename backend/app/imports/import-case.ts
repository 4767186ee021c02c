import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { settle, withStatus } from '../../domain/case/change.ts';
import { importOperation, undoneTag } from '../../domain/case/import-mark.ts';
import { openCase } from '../../domain/case/open.ts';
import type { ImportedCase } from '../../domain/import/imported-case.ts';
import { untold, withTold } from '../../domain/sla/case-sla.ts';
import { clockCase } from '../../domain/sla/clock-case.ts';
import { endedStatuses } from '../../domain/vocabulary.ts';
import type { RuleBook } from '../../domain/workflow/run-rules.ts';
import type { CaseTransaction, NewEvent } from '../../ports/case-store.ts';
import { firstMessage } from '../cases/create-case.ts';
import { pastTimers } from '../workflow/past-timers.ts';
import type { ImportDeps } from './deps.ts';

/** What making one case needs of all that imports need. */
type WritingDeps = Omit<ImportDeps, 'imports' | 'sheets'>;

export interface ImportOrder {
  actor: Actor;
  importId: string;
  /** Of the file. */
  fileName: string;
  row: number;
  /** The same key is the same case, whoever imports it how often. */
  key: string[];
  value: ImportedCase;
  rules: RuleBook;
  /** Alerts and timers up to then count as told and fired; up to now unless given. Milliseconds since the epoch. */
  quietUntilMs?: number;
}

/** The case that a row has already become, unless that was taken back; and the id that it has or would get. */
export async function findImported(
  { ids, store }: Pick<ImportDeps, 'ids' | 'store'>,
  key: string[],
): Promise<{ caseId: string; present: SupportCase | null }> {
  for (let attempt = 0; ; attempt++) {
    const caseId = ids.derived('import', String(attempt), ...key);
    const found = await store.get(caseId);
    if (found === undefined) return { caseId, present: null };
    if (!found.value.tags.includes(undoneTag)) return { caseId, present: found.value };
  }
}

/**
 * Opens the case of a row with the past that it tells, in one commit. Nobody is told: its alerts count as given. Doing it
 * again finds the case.
 */
export async function importCase(
  deps: WritingDeps,
  order: ImportOrder,
): Promise<{ outcome: 'made' | 'present'; caseId: string; number: string }> {
  const { caseId } = await findImported(deps, order.key);
  const opId = openingOf(order.importId, caseId);
  let number: string | undefined;
  await deps.store.transact(caseId, opId, async (tx) => {
    if ((await tx.case(caseId)) !== undefined) return;
    number ??= await deps.numbers.next();
    write(deps, tx, caseId, number, order);
  });
  const [opening] = await deps.store.history(caseId);
  const found = await deps.store.get(caseId);
  return { outcome: opening?.opId === opId ? 'made' : 'present', caseId, number: found?.value.number ?? '' };
}

/** Whether this import opened the case. */
export async function isMadeBy(
  { store }: Pick<ImportDeps, 'store'>,
  importId: string,
  caseId: string,
): Promise<boolean> {
  return (await store.history(caseId))[0]?.opId === openingOf(importId, caseId);
}

function openingOf(importId: string, caseId: string): string {
  return `${importOperation}${importId}|${caseId}`;
}

function write(deps: WritingDeps, tx: CaseTransaction, caseId: string, number: string, order: ImportOrder): void {
  const { value, actor, fileName, row } = order;
  const now = deps.clock.now();
  const opened = openedCase(deps, caseId, number, order);
  const { createdAt } = opened;
  const message = firstMessage(deps, caseId, value, createdAt, 'It came with the case from a file.');
  const event = { caseId, actor, mail: null };
  const source = value.externalId === null ? '' : `, id ${value.externalId}`;
  const reason = `Imported from “${fileName}”, row ${row}${source}.`;
  const events: NewEvent[] = [
    { ...event, kind: 'case.opened', at: createdAt, changes: [], messageId: message?.id ?? null, reason },
  ];
  const moved = value.status === 'new' ? opened : statusOf(opened, value, now);
  if (moved !== opened) {
    const { changes } = settle(opened, moved, moved.statusSince);
    events.push({
      ...event,
      kind: 'case.changed',
      at: moved.statusSince,
      changes,
      messageId: null,
      reason: value.resolution,
    });
  }
  const messages = message === null ? [] : [message];
  const quietMs = order.quietUntilMs ?? deps.clock.nowMs();
  const written = alreadyTold(deps, moved, events, messages, quietMs);
  tx.putCase(written);
  for (const [key, receipt] of pastTimers(order.rules, written, quietMs)) tx.putReceipt(key, receipt);
  for (const one of messages) tx.addMessage(one);
  for (const one of events) tx.record(one);
}

function openedCase(deps: WritingDeps, caseId: string, number: string, { value }: ImportOrder): SupportCase {
  const { subject, customer, priority, category, tags, assignee, team, description } = value;
  const opened = openCase({
    ...{ id: caseId, number, subject, customer, tags, assignee, team },
    ...(priority !== null && { priority }),
    ...(category !== null && { category }),
    participants: [customer],
    mailbox: null,
    source: 'api',
    linked: [],
    at: value.createdAt ?? value.endedAt ?? deps.clock.now(),
  });
  // An analyst that spoke of each would set off rules as if all of them had come in today.
  const ai = {
    engine: 'local' as const,
    confidence: 0,
    needsReview: priority === null || category === null,
    reasons: [],
  };
  return { ...opened, ai, messageCount: description === '' ? 0 : 1 };
}

/** As it stands today: it moved when it ended, or else when it was imported. */
function statusOf(opened: SupportCase, { status, endedAt, resolution }: ImportedCase, now: string): SupportCase {
  const at = endedAt ?? now;
  return { ...withStatus(opened, status, at), resolution: endedStatuses.includes(status) ? resolution : null };
}

/** The alerts of its clocks belong to a past of which nobody need hear now. */
function alreadyTold(
  deps: WritingDeps,
  after: SupportCase,
  entries: NewEvent[],
  messages: CaseMessage[],
  quietMs: number,
): SupportCase {
  const { value } = clockCase({ before: undefined, after, entries, messages, removed: [] }, deps.terms());
  if (value.sla === null) return value;
  const past = untold(value.sla).filter(({ at }) => at <= quietMs);
  return { ...value, updatedAt: deps.clock.now(), sla: { ...value.sla, told: past.reduce(withTold, value.sla.told) } };
}
