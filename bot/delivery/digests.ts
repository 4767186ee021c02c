import { dayOf, wallOf } from '../../backend/domain/workflow/zoned-time.ts';
import type { Conversation, Conversations } from '../../backend/ports/conversations.ts';
import type { Clock } from '../../backend/ports/system.ts';
import { type NamedPeriod, periodNamed } from '../commands/period-words.ts';
import type { Delivery } from './delivery.ts';

/** The local hour from which a digest is due. */
const fromHour = 8;
const minuteMs = 60_000;

/**
 * Notes the digests that are due, each once: of yesterday every working morning, or of last week on Mondays. The place
 * remembers the newest it was given. Looks once a minute at most.
 */
export function createDigests(
  { conversations, clock }: { conversations: Conversations; clock: Clock },
  delivery: Delivery,
): () => Promise<void> {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.nowMs();
    if (Math.abs(now - lookedAtMs) < minuteMs) return;
    lookedAtMs = now;
    for (const place of await conversations.all()) await note(conversations, delivery, place, now);
  };
}

async function note(
  conversations: Conversations,
  delivery: Delivery,
  place: Conversation,
  nowMs: number,
): Promise<void> {
  const { digest, agentId } = place;
  if (digest === undefined || agentId === null) return;
  const period = periodDue(digest, nowMs);
  if (period === null || period.to <= digest.given) return;
  const says = digest.every === 'day' ? 'Yesterday' : 'Last week';
  const fact = { kind: 'digest' as const, agentId, from: period.from, to: period.to, says, zone: digest.zone };
  await delivery.enqueue({ conversationId: place.id, caseId: `digest-${agentId}`, fact });
  await conversations.put({ ...place, digest: { ...digest, given: period.to } });
}

/** The period whose digest is due now; null before the hour, and on days without one. */
export function periodDue(
  { every, zone }: Pick<NonNullable<Conversation['digest']>, 'every' | 'zone'>,
  nowMs: number,
): NamedPeriod | null {
  const local = new Date(wallOf(nowMs, zone));
  const weekday = local.getUTCDay();
  const isDay = every === 'day' ? weekday >= 1 && weekday <= 5 : weekday === 1;
  if (!isDay || local.getUTCHours() < fromHour) return null;
  const words = every === 'week' ? 'last week' : weekday === 1 ? undefined : 'yesterday';
  if (words !== undefined) return periodNamed(words)?.at(nowMs, zone) ?? null;
  // On Monday the last working day was Friday, and the weekend belongs to it.
  const { from: today } = dayOf(nowMs, zone);
  const friday = dayOf(today - 2.5 * 24 * 60 * minuteMs, zone).from;
  return { says: 'since Friday', from: new Date(friday).toISOString(), to: new Date(today).toISOString() };
}
