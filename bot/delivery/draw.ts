import type { VersionedCase } from '../../backend/app/app.ts';
import { isFailure } from '../../backend/domain/failure.ts';
import { endedStatuses } from '../../backend/domain/vocabulary.ts';
import type { CardFact, CaseFact, Conversation, PostedCard } from '../../backend/ports/conversations.ts';
import { type AlertFact, alertStateOf, drawAlert, isPressing } from '../alert-state.ts';
import { approvalCard } from '../cards/approval-card.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { present, standingCard } from '../case-answers.ts';
import { drawHandOver } from '../hand-over-answers.ts';
import { caseUrl } from '../links.ts';
import { digestCard } from './digest-card.ts';
import type { DrawDeps } from './draw-deps.ts';
import { scheduledCard } from './scheduled-card.ts';

/** What a card has to show now; null when there is nothing to show, or when it is to be left as it stands. */
export async function draw(
  deps: DrawDeps,
  fact: CardFact,
  caseId: string,
  standing: PostedCard | undefined,
): Promise<AdaptiveCard | null> {
  if (fact.kind === 'digest') return digestCard(deps, fact);
  if (fact.kind === 'hand-over') {
    const { card, cases } = await drawHandOver(deps, fact.agentId);
    return cases === 0 ? null : card;
  }
  if (fact.kind === 'report') return scheduledCard(deps, fact);
  const found = await caseOf(deps, caseId);
  return found === null ? null : drawCase(deps, fact, found, standing);
}

/** The same, for a case that was read already. */
export async function drawCase(
  deps: DrawDeps,
  fact: CaseFact,
  found: VersionedCase,
  standing: PostedCard | undefined,
): Promise<AdaptiveCard | null> {
  switch (fact.kind) {
    case 'case':
      // A case that ended before any card stood needs none.
      if (standing === undefined && endedStatuses.includes(found.value.status)) return null;
      return standingCard(deps, found, await viewersOf(deps, found));
    case 'alert':
      return alert(deps, fact, found, standing);
    case 'notice':
      return notice(deps, fact, found);
    case 'approval':
      return approval(deps, fact, found, standing);
  }
}

async function caseOf({ app }: DrawDeps, caseId: string): Promise<VersionedCase | null> {
  try {
    return await app.getCase(caseId);
  } catch (error) {
    if (isFailure(error, 'not-found')) return null;
    throw error;
  }
}

async function alert(
  deps: DrawDeps,
  fact: AlertFact,
  found: VersionedCase,
  standing: PostedCard | undefined,
): Promise<AdaptiveCard | null> {
  // What was settled while it waited to be told is no news.
  if (standing === undefined && !isPressing(alertStateOf(found, fact, deps.clock.nowMs()))) return null;
  return drawAlert(deps, found, fact, { snoozed: standing?.snoozed ?? null, viewers: await viewersOf(deps, found) });
}

function notice(
  { publicUrl }: DrawDeps,
  { text }: Extract<CardFact, { kind: 'notice' }>,
  { value }: VersionedCase,
): AdaptiveCard {
  const { id, number, subject, status, assignee } = value;
  return noticeCard({ text, id, number, subject, status, assignee, openUrl: caseUrl(publicUrl, number) });
}

async function approval(
  deps: DrawDeps,
  { since }: Extract<CardFact, { kind: 'approval' }>,
  found: VersionedCase,
  standing: PostedCard | undefined,
): Promise<AdaptiveCard | null> {
  const waits = found.value.status === 'awaiting_approval' && found.value.statusSince === since;
  if (!waits && standing === undefined) return null;
  const moves = (await deps.app.caseHistory(found.value.id)).filter(({ changes }) =>
    changes.some(({ field }) => field === 'status'),
  );
  const asking = moves.findLastIndex(
    ({ at, changes }) =>
      at <= since && changes.some(({ field, to }) => field === 'status' && to === 'awaiting_approval'),
  );
  const asked = moves[asking];
  const decided = asking < 0 ? undefined : moves[asking + 1];
  return approvalCard({
    case: present(deps, found, 'manager'),
    asked: asked?.reason ?? '',
    askedBy: asked?.actor.name ?? 'Somebody',
    since,
    decision: waits
      ? null
      : {
          words: decided?.reason ?? 'It goes on.',
          by: decided?.actor.name ?? '',
          at: decided?.at ?? found.value.updatedAt,
        },
    openUrl: caseUrl(deps.publicUrl, found.value.number),
  });
}

/** Teams' ids of those who see the card their own way: whoever has the case, and those who watch it. */
async function viewersOf({ conversations }: DrawDeps, { value }: VersionedCase): Promise<string[]> {
  const concerned = new Set([...(value.assignee === null ? [] : [value.assignee]), ...value.watchers]);
  if (concerned.size === 0) return [];
  const ids = new Map((await conversations.all()).map(personIn).filter((one) => one !== null));
  return [...concerned].map((agent) => ids.get(agent)).filter((id) => id !== undefined);
}

function personIn({ agentId, teamsUserId }: Conversation): [string, string] | null {
  return agentId === null || teamsUserId === undefined ? null : [agentId, teamsUserId];
}
