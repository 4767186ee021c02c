import type { CaseEvent, CaseMessage } from '../../domain/case/case.ts';
import { factsOf, speaksOfContractor } from '../../domain/notices/facts.ts';
import { askAfterEnding } from '../surveys/ask-after-ending.ts';
import type { EngineDeps } from '../workflow/deps.ts';
import { follower, moveFollower, positionOf } from '../workflow/positions.ts';

const batch = 200;

/**
 * Notes whom everything in the log since last time concerns: who works here, and customers who are asked how content they
 * are. How far it came is stored afterwards; what a crash makes it
 * see again is noted under the same name, which changes nothing.
 * @returns whether there is anything to tell
 */
export async function followNotices(deps: EngineDeps): Promise<boolean> {
  const shards = Array.from({ length: deps.store.shardCount }, (_, shard) => shard);
  const tells = await Promise.all(shards.map((shard) => followShard(deps, shard)));
  return tells.includes(true);
}

async function followShard(deps: EngineDeps, shard: number): Promise<boolean> {
  let tells = false;
  for (;;) {
    const until = await positionOf(deps.state, follower.notices, shard);
    const events = await deps.store.tail(shard, until, batch);
    const last = events.at(-1);
    if (last === undefined) return tells;
    for (const event of events) {
      tells = (await noteFacts(deps, event)) || tells;
      await askAfterEnding(deps, event);
    }
    await moveFollower(deps.state, follower.notices, shard, last.seq);
    await deps.pause();
  }
}

async function noteFacts(deps: EngineDeps, event: CaseEvent): Promise<boolean> {
  if (event.caseId === null || !mayConcern(event)) return false;
  const found = await deps.store.get(event.caseId);
  if (found === undefined) return false;
  const { shard, seq, at } = event;
  const entry = `${shard}-${seq}`;
  const facts = factsOf(event, found.value, await noteOf(deps, event, event.caseId));
  for (const [i, { of, whom, text, clock }] of facts.entries()) {
    if (of === 'mentioned' && whom.kind === 'agent' && event.messageId !== null) {
      await deps.mentions.note(whom.id, { caseId: event.caseId, messageId: event.messageId, at, entry });
    }
    await deps.outgoing.note({
      id: `${entry}-fact-${i}`,
      caseId: event.caseId,
      effect: { kind: 'notify', whom, text },
      fact: { entry, of, ...(clock !== undefined && { clock }) },
      from: event.actor.name,
      notedAt: at,
      attempts: 0,
      notBefore: at,
      lastError: null,
    });
  }
  return facts.length > 0;
}

/** Most entries are mail and concern nobody in person, which is seen without reading the case. */
function mayConcern(event: CaseEvent): boolean {
  const { sla, changes } = event;
  if (speaksOfContractor(event)) return true;
  return sla?.alert !== undefined || addsNote(event) || changes.some(({ field }) => field === 'assignee');
}

function addsNote({ kind, mail, messageId }: CaseEvent): boolean {
  return kind === 'message.added' && mail === null && messageId !== null;
}

async function noteOf(deps: EngineDeps, event: CaseEvent, caseId: string): Promise<CaseMessage | undefined> {
  if (!addsNote(event)) return undefined;
  return (await deps.store.messages(caseId)).find(({ id }) => id === event.messageId);
}
