import type { Actor } from '../../domain/access/actor.ts';
import type { Instant, MailFate } from '../../domain/mail/mail.ts';
import { usualGapMinutes, weekMs } from '../../domain/mail/silence.ts';
import type { MailFilter, MailIndex, MailPage } from '../../ports/mail-index.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { MailboxSilence } from '../../ports/sync-state.ts';
import type { IntakeDeps } from './deps.ts';
import { findFate } from './find-fate.ts';
import { releaseMail } from './release-mail.ts';

export interface FateOnCase {
  fate: MailFate;
  caseNumber: string | null;
}

export interface FoundFates extends Pick<MailPage, 'total' | 'next' | 'counts'> {
  items: FateOnCase[];
  pending: { total: number; retrying: number; items: PendingMail[] };
  complete: boolean;
}

export interface MailboxPulse {
  mailbox: string;
  lastMailAt: Instant | null;
  usualGapMinutes: number | null;
  /** Mails in each of the last 24 hours, the present one last. */
  hours: number[];
  lastSyncAt: Instant | null;
  pushesUntil: Instant | null;
  silence: MailboxSilence | null;
}

/** The flight recorder: what became of every mail. */
export interface FateUseCases {
  /** `case` in the filter is a case's id or number. @throws Failure `invalid`, and `not-found` for a case nobody has */
  listFates(filter: MailFilter, page: { limit: number; after?: string }): Promise<FoundFates>;
  /** @throws Failure `not-found`, `conflict` */
  retryFate(actor: Actor, mailKey: string): Promise<MailFate>;
  mailHeartbeats(): Promise<MailboxPulse[]>;
}

export interface FateDeps extends IntakeDeps {
  mailIndex: MailIndex;
}

const mostPending = 1_000;
const pendingShown = 50;
const hourMs = 3_600_000;

export function bindFates(deps: FateDeps, wakeDrain: () => void): FateUseCases {
  const pending = pendingReader(deps);
  return {
    listFates: (filter, page) => listFates(deps, pending, filter, page),
    async retryFate(actor, mailKey) {
      const released = await releaseMail(deps, actor, mailKey);
      wakeDrain();
      return released;
    },
    mailHeartbeats: () => heartbeats(deps),
  };
}

async function listFates(
  deps: FateDeps,
  pendingNow: () => Promise<FoundFates['pending']>,
  filter: MailFilter,
  page: { limit: number; after?: string },
): Promise<FoundFates> {
  const pending = await pendingNow();
  const complete = deps.mailIndex.complete();
  const byId = /^<[^<>]+>$/.test(filter.q?.trim() ?? '') ? await findFate(deps, filter.q?.trim() ?? '') : undefined;
  const { q: _, ...rest } = filter;
  if (byId !== undefined) {
    const { counts } = deps.mailIndex.list({ ...rest, from: deps.clock.now() }, { limit: 1 });
    return { items: [byId], total: 1, counts, pending, complete };
  }
  const { items, ...found } = deps.mailIndex.list(filter, page);
  const fates = await Promise.all(items.map(({ shard, mailKey }) => deps.store.fate(shard, mailKey)));
  const present = fates.filter((fate) => fate !== undefined);
  return { ...found, items: await Promise.all(present.map((fate) => onCase(deps, fate))), pending, complete };
}

async function onCase(deps: FateDeps, fate: MailFate): Promise<FateOnCase> {
  const found = fate.caseId === null ? undefined : await deps.store.get(fate.caseId);
  return { fate, caseNumber: found?.value.number ?? null };
}

/** While many mails are due, the answer may be this old: reading them all for everybody who looks would hold them up. */
const pendingForMs = 1_000;

function pendingReader(deps: FateDeps): () => Promise<FoundFates['pending']> {
  let kept: { atMs: number; pending: FoundFates['pending'] } | undefined;
  return async () => {
    const atMs = deps.clock.nowMs();
    if (kept !== undefined && deps.backlog.long && atMs - kept.atMs < pendingForMs) return kept.pending;
    kept = { atMs, pending: await pendingMails(deps) };
    return kept.pending;
  };
}

async function pendingMails(deps: FateDeps): Promise<FoundFates['pending']> {
  const waiting = await deps.pending.waiting(mostPending);
  const failed = waiting.filter((mail) => mail.attempts > 0);
  return { total: waiting.length, retrying: failed.length, items: failed.slice(0, pendingShown) };
}

async function heartbeats(deps: FateDeps): Promise<MailboxPulse[]> {
  const [subscriptions, silences] = await Promise.all([deps.sync.subscriptions(), deps.sync.silences()]);
  return Promise.all(
    deps.ourMailboxes.map(async (mailbox) => ({
      mailbox,
      ...pulse(deps, mailbox),
      lastSyncAt: await deps.sync.sweptUntil(mailbox),
      pushesUntil: subscriptions.find((one) => one.mailbox === mailbox)?.expiresAt ?? null,
      silence: silences.find((one) => one.mailbox === mailbox) ?? null,
    })),
  );
}

function pulse({ mailIndex, clock }: FateDeps, mailbox: string) {
  const nowMs = clock.nowMs();
  const times = mailIndex.receivedSince(mailbox, nowMs - weekMs, 10_000);
  const hours = Array.from({ length: 24 }, (_, i) => {
    const from = nowMs - (24 - i) * hourMs;
    return mailIndex.countBetween(mailbox, from, from + hourMs);
  });
  const last = times[0] ?? mailIndex.receivedSince(mailbox, 0, 1)[0];
  return {
    lastMailAt: last === undefined ? null : new Date(last).toISOString(),
    usualGapMinutes: usualGapMinutes(times),
    hours,
  };
}
