import { loopMark } from '../../domain/mail/loop-breaker.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { MailLoop } from '../../ports/sync-state.ts';
import { told } from './tell-teams.ts';
import type { SilenceDeps } from './watch-silence.ts';

/** A circle is broken when so long no mail had to be held back. */
const quietMs = 3_600_000;
const pageSize = 50;
/** Beyond that it only matters that there are many. */
const mostCounted = 200;

export interface LoopDeps extends SilenceDeps {
  store: CaseStore;
}

/**
 * Looks whether mail to a mailbox is held back because it goes round in a circle, and tells Teams once of its beginning
 * and once of its end. To be called every minute.
 */
export async function watchLoops(deps: LoopDeps): Promise<void> {
  // Until the past is known, mails may be missing that were held back.
  if (!deps.mailIndex.complete()) return;
  const present = await deps.sync.loops();
  for (const mailbox of deps.ourMailboxes) {
    const known = present.find((one) => one.mailbox === mailbox);
    const held = await heldBack(deps, mailbox, deps.clock.nowMs() - quietMs);
    if (held > 0) await goesOn(deps, known ?? { mailbox, since: deps.clock.now(), held, toldAt: null });
    else if (known !== undefined) await end(deps, known);
  }
}

/** Mails that the loop breaker held back since then; parked as well are those that failed again and again. */
async function heldBack({ mailIndex, store }: LoopDeps, mailbox: string, sinceMs: number): Promise<number> {
  const filter = { became: ['parked' as const], mailbox: [mailbox], from: new Date(sinceMs).toISOString() };
  let held = 0;
  for (let after: string | undefined; ; ) {
    const page = mailIndex.list(filter, { limit: pageSize, ...(after !== undefined && { after }) });
    for (const { shard, mailKey } of page.items) {
      const fate = await store.fate(shard, mailKey);
      if (fate?.reason.startsWith(loopMark)) held += 1;
    }
    after = page.next;
    if (after === undefined || held >= mostCounted) return held;
  }
}

async function goesOn(deps: LoopDeps, loop: MailLoop): Promise<void> {
  const held = await heldBack(deps, loop.mailbox, Date.parse(loop.since) - quietMs);
  const now = { ...loop, held };
  const isTold = loop.toldAt === null && (await told(deps, () => deps.teller.goesInCircle(now)));
  if (!isTold && loop.toldAt !== null && held === loop.held) return;
  await deps.sync.putLoop({ ...now, toldAt: isTold ? deps.clock.now() : loop.toldAt });
}

async function end(deps: LoopDeps, loop: MailLoop): Promise<void> {
  // Nobody was told of it, so nobody need be told that it is over.
  if (loop.toldAt === null || (await told(deps, () => deps.teller.loopEnded(loop)))) {
    await deps.sync.removeLoop(loop.mailbox);
  }
}
