import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Mentions } from '../../ports/mentions.ts';
import type { Clock } from '../../ports/system.ts';

export interface MentionDeps {
  mentions: Mentions;
  store: CaseStore;
  clock: Clock;
}

/** A note that mentions somebody who has done nothing on its case since. */
export interface OpenMention {
  case: SupportCase;
  note: CaseMessage;
}

const lookBackMs = 14 * 24 * 3_600_000;
const most = 20;

/** Newest first; of several on one case the newest. */
export async function listMentions({ mentions, store, clock }: MentionDeps, actor: Actor): Promise<OpenMention[]> {
  const since = new Date(clock.nowMs() - lookBackMs).toISOString();
  const open = new Map<string, OpenMention | null>();
  for (const { caseId, messageId, at } of await mentions.since(actor.id, since, most * 2)) {
    if (open.has(caseId)) continue;
    const found = await store.get(caseId);
    const note = (await store.messages(caseId)).find(({ id }) => id === messageId);
    const done = (await store.history(caseId)).some((event) => event.actor.id === actor.id && event.at > at);
    open.set(caseId, found === undefined || note === undefined || done ? null : { case: found.value, note });
  }
  return [...open.values()].filter((one) => one !== null).slice(0, most);
}
