import type { VersionedCase } from '../backend/app/app.ts';
import type { Case } from '../backend/contracts/case.ts';
import { presentCase } from '../backend/present/present-case.ts';
import type { Answer, AnswerDeps, Asking } from './asking.ts';
import { caseCard } from './cards/case-card.ts';
import type { ListPlace } from './cards/case-verbs.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { helpCard } from './cards/guide-cards.ts';
import { listCard } from './cards/list-card.ts';
import { plain } from './cards/plain.ts';
import { caseUrl, listUrl } from './links.ts';
import { wordedList } from './list-words.ts';

const pageSize = 7;

/** The card of a case as `asking` may see it. */
export function answerCase(
  asking: Asking,
  value: VersionedCase,
  extra: { notice?: string; from?: ListPlace } = {},
): Extract<Answer, { kind: 'card' }> {
  const shown = present(asking, value, asking.actor.role);
  return {
    kind: 'card',
    card: caseCard({ case: shown, openUrl: caseUrl(asking.publicUrl, shown.number), ...extra }),
  };
}

/** The card that stands in a channel, where agents read it. */
export function standingCard(deps: AnswerDeps, value: VersionedCase): AdaptiveCard {
  const shown = present(deps, value, 'agent');
  return caseCard({ case: shown, openUrl: caseUrl(deps.publicUrl, shown.number) });
}

/** A page of open cases, the next due first. */
export async function answerList(asking: Asking, place: ListPlace): Promise<Answer> {
  const { filter, heading } = wordedList(place.words, asking.actor.id);
  const page = await asking.app.listCases(
    filter,
    { key: 'due', descending: false },
    { limit: pageSize, ...(place.after !== undefined && { after: place.after }) },
  );
  return {
    kind: 'card',
    card: listCard({
      heading: plain(heading, 120),
      items: page.items.map((item) => present(asking, item, asking.actor.role)),
      total: page.total,
      place,
      next: page.next,
      openUrl: listUrl(asking.publicUrl),
    }),
  };
}

export function answerHelp(asking: Asking, commands: { example: string; summary: string }[]): Answer {
  return { kind: 'card', card: helpCard({ commands, openUrl: listUrl(asking.publicUrl) }) };
}

function present(deps: AnswerDeps, value: VersionedCase, role: Asking['actor']['role']): Case {
  return presentCase(value, { role, nowMs: deps.clock.nowMs(), agentName: deps.agentName });
}
