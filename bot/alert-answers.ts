import type { VersionedCase } from '../backend/app/app.ts';
import { Failure, isFailure } from '../backend/domain/failure.ts';
import { clockNames } from '../backend/domain/sla/clock-events.ts';
import { type PostedCard, slotOf } from '../backend/ports/conversations.ts';
import { type AlertFact, alertStateOf, drawAlert, isPressing } from './alert-state.ts';
import type { Answer, Asking } from './asking.ts';
import { type CardData, readRef, readSeen } from './card-data.ts';
import { plain } from './cards/plain.ts';
import { errandAt } from './delivery/errand-order.ts';

const mostSnoozeMinutes = 24 * 60;

/** "I'm on it": the first who says so is; everybody else is told who. */
export async function acknowledgeAlert(asking: Asking, data: CardData): Promise<Answer> {
  return onAlert(asking, data, async (now, fact) => {
    const changed = await asking.app.acknowledgeClock(asking.actor, now.value.id, fact.clock);
    const by = changed.value.sla?.acknowledged?.[fact.clock]?.by;
    const notice =
      by === asking.actor.id
        ? undefined
        : `${asking.agentName(by ?? '') ?? 'Somebody'} was faster and is on it already.`;
    return { changed, notice };
  });
}

/** Takes the case, if nobody else did since the card was read. */
export async function takeAlert(asking: Asking, data: CardData): Promise<Answer> {
  const seen = readSeen(data);
  return onAlert(asking, data, async (now) => {
    const { assignee } = now.value;
    if (assignee === asking.actor.id) return { changed: now, notice: 'You have it already.' };
    if (seen !== null && seen.assignee !== assignee) {
      const who = assignee === null ? 'nobody has it any more' : `${asking.agentName(assignee) ?? 'somebody'} has it`;
      return { changed: now, notice: `Nothing was changed. Meanwhile ${who}.` };
    }
    return {
      changed: await asking.app.assignCase(asking.actor, now.value.id, { assignee: 'me' }, now.etag),
      notice: 'You have it now.',
    };
  });
}

/** The card keeps still and comes again later, as the same one card. */
export async function snoozeAlert(asking: Asking, data: CardData): Promise<Answer> {
  const minutes = Math.min(mostSnoozeMinutes, Math.max(5, Math.floor(Number(data.minutes)) || 30));
  return onAlert(asking, data, async (now, fact) => {
    const card = await standing(asking, now, fact);
    if (card === undefined) return { changed: now, notice: 'Only a card that I posted here can be snoozed.' };
    const untilMs = asking.clock.nowMs() + minutes * 60_000;
    const snoozed = { until: new Date(untilMs).toISOString(), by: asking.actor.id };
    await asking.conversations.putCard({ ...card, snoozed });
    await asking.conversations.putErrand({
      order: errandAt(untilMs),
      conversationId: card.conversationId,
      caseId: card.caseId,
      fact,
      anew: true,
    });
    return { changed: now, notice: undefined };
  });
}

export async function refreshAlert(asking: Asking, data: CardData): Promise<Answer> {
  const now = await asking.app.getCase(readRef(data));
  return show(asking, now, factIn(data), undefined);
}

type Outcome = { changed: VersionedCase; notice: string | undefined };

/** Does the deed while the alert is pressing; a card that is old shows what is true now. */
async function onAlert(
  asking: Asking,
  data: CardData,
  deed: (now: VersionedCase, fact: AlertFact) => Promise<Outcome>,
): Promise<Answer> {
  const fact = factIn(data);
  const now = await asking.app.getCase(readRef(data));
  if (!isPressing(alertStateOf(now, fact, asking.clock.nowMs()))) {
    return show(asking, now, fact, 'Nothing was changed. This is how it stands.');
  }
  try {
    const { changed, notice } = await deed(now, fact);
    const answer = await show(asking, changed, fact, notice);
    return changed === now ? answer : { ...answer, changed };
  } catch (error) {
    if (!isFailure(error, 'stale') && !isFailure(error, 'conflict')) throw error;
    const current = await asking.app.getCase(now.value.id);
    return show(asking, current, fact, `Nothing was changed. ${plain(error.message, 200)}`);
  }
}

async function show(
  asking: Asking,
  found: VersionedCase,
  fact: AlertFact,
  notice: string | undefined,
): Promise<Extract<Answer, { kind: 'card' }>> {
  const { id, role } = asking.actor;
  const snoozed = (await standing(asking, found, fact))?.snoozed ?? null;
  return {
    kind: 'card',
    card: drawAlert(asking, found, fact, { viewer: { id, role }, snoozed, ...(notice !== undefined && { notice }) }),
  };
}

async function standing(
  { conversations, place }: Asking,
  { value }: VersionedCase,
  fact: AlertFact,
): Promise<PostedCard | undefined> {
  const cards = await conversations.cards(value.id);
  return cards.find((card) => card.kind === slotOf(fact) && card.conversationId === place.conversationId);
}

/** @throws Failure `invalid` */
function factIn({ clock, since }: CardData): AlertFact {
  const named = clockNames.find((name) => name === clock);
  if (named === undefined || typeof since !== 'number' || !Number.isFinite(since)) {
    throw new Failure('invalid', 'The button does not say which clock it means.');
  }
  return { kind: 'alert', clock: named, since };
}
