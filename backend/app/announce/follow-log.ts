import { system } from '../../domain/access/actor.ts';
import type { CaseEvent } from '../../domain/case/case.ts';
import { isImported } from '../../domain/case/import-mark.ts';
import { isFailure } from '../../domain/failure.ts';
import { withStep } from '../../domain/mail/later-step.ts';
import type { Announcer } from '../../ports/announcer.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Clock, Log } from '../../ports/system.ts';

export interface FollowDeps {
  store: CaseStore;
  announcer: Announcer;
  conversations: Conversations;
  clock: Clock;
  log: Log;
}

/** A card that says what the analyst thinks is worth waiting for, this long. */
const waitForAnalysisMs = 3_000;
const batch = 100;
const fatesInCommit = 40;

/**
 * Tells Teams of everything in the log since last time. How far it came is stored after the telling, so a crash tells
 * again, which the announcer recognises; nothing is skipped. Stops at the first case that cannot be told now.
 * @returns milliseconds after which it should be called again, or null when everything was told
 */
export async function followLog(deps: FollowDeps): Promise<number | null> {
  const waits = await Promise.all(
    Array.from({ length: deps.store.shardCount }, (_, shard) => followShard(deps, shard)),
  );
  const some = waits.filter((wait) => wait !== null);
  return some.length === 0 ? null : Math.min(...some);
}

async function followShard(deps: FollowDeps, shard: number): Promise<number | null> {
  for (;;) {
    const until = await deps.conversations.announcedUntil(shard);
    const events = await deps.store.tail(shard, until, batch);
    const last = events.at(-1);
    if (last === undefined) return null;
    const firstSeqs = new Map<string, number>();
    for (const event of events) {
      const { caseId, seq } = event;
      if (caseId !== null && !isImported(event) && !firstSeqs.has(caseId)) firstSeqs.set(caseId, seq);
    }
    for (const [caseId, seq] of firstSeqs) {
      const wait = await tell(deps, caseId);
      if (wait === null) continue;
      // Everything before was told, and need not be looked at again.
      await noteAnnounced(
        deps,
        events.filter((event) => event.seq < seq),
      );
      if (seq - 1 > until) await deps.conversations.setAnnouncedUntil(shard, seq - 1);
      return wait;
    }
    await noteAnnounced(deps, events);
    await deps.conversations.setAnnouncedUntil(shard, last.seq);
  }
}

/** The fates of mails say when Teams was told of them: one commit for many, of which nothing follows. */
async function noteAnnounced({ store, clock }: FollowDeps, events: readonly CaseEvent[]): Promise<void> {
  const mails = events.flatMap(({ caseId, mail, seq }) => (caseId !== null && mail ? [{ caseId, mail, seq }] : []));
  for (let from = 0; from < mails.length; from += fatesInCommit) {
    const some = mails.slice(from, from + fatesInCommit);
    const [first] = some;
    if (first === undefined) return;
    await store.transact(first.caseId, `announced|${first.caseId}|${first.seq}`, async (tx) => {
      const at = clock.now();
      let noted = false;
      for (const { mail } of some) {
        const fate = await tx.fate(mail.mailKey);
        const told = fate && withStep(fate, 'announced', at);
        if (!told) continue;
        tx.amendFate(told);
        noted = true;
      }
      if (!noted) return;
      const entry = { kind: 'operation.step' as const, caseId: null, at, actor: system, changes: [] };
      tx.record({ ...entry, messageId: null, mail: null, reason: null });
    });
  }
}

async function tell(deps: FollowDeps, caseId: string): Promise<number | null> {
  const found = await deps.store.get(caseId);
  if (found === undefined) return null;
  const age = deps.clock.nowMs() - Date.parse(found.value.createdAt);
  if (found.value.ai === null && age < waitForAnalysisMs) return 100;
  try {
    await deps.announcer.announce(found);
    return null;
  } catch (error) {
    if (!isFailure(error)) throw error;
    // Waiting for Teams is part of a busy day.
    const level = error.code === 'throttled' ? 'debug' : 'warn';
    deps.log[level]('case could not be announced', { caseId, code: error.code, error: error.message });
    return (error.retryAfterSeconds ?? 5) * 1000;
  }
}
