import type { VersionedCase } from '../backend/app/app.ts';
import type { Case } from '../backend/contracts/case.ts';
import type { CategoriesDocument, TeamsDocument } from '../backend/contracts/settings.ts';
import { isFailure } from '../backend/domain/failure.ts';
import { presentCase } from '../backend/present/present-case.ts';
import type { Answer, AnswerDeps, Asking, CardAnswer } from './asking.ts';
import { caseCard } from './cards/case-card.ts';
import type { ListPlace } from './cards/case-verbs.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { listCard } from './cards/list-card.ts';
import { plain } from './cards/plain.ts';
import { type ListContext, wordedList } from './commands/list-words.ts';
import { caseUrl, listUrl } from './links.ts';

const pageSize = 7;

/** The card of a case as `asking` may see it. */
export function answerCase(
  asking: Asking,
  value: VersionedCase,
  extra: { notice?: string; from?: ListPlace; undo?: boolean } = {},
): CardAnswer {
  const shown = present(asking, value, asking.actor.role);
  return {
    kind: 'card',
    card: caseCard({
      case: shown,
      openUrl: caseUrl(asking.publicUrl, shown.number),
      viewer: asking.actor.id,
      ...extra,
    }),
  };
}

/** The card that stands in a channel, where agents read it. `viewers` are Teams' ids of those who see it their own way. */
export function standingCard(deps: AnswerDeps, value: VersionedCase, viewers: readonly string[]): AdaptiveCard {
  const shown = present(deps, value, 'agent');
  return caseCard({ case: shown, openUrl: caseUrl(deps.publicUrl, shown.number), viewers });
}

/** A page of cases: of open ones the next due first, of a search what fits best. */
export async function answerList(asking: Asking, place: ListPlace): Promise<Answer> {
  if (place.search === true) return answerSearch(asking, place);
  const { filter, heading } = wordedList(place.words, await listContext(asking));
  const sort = { key: 'due', descending: false } as const;
  return pageOf(asking, place, heading, () => asking.app.listCases(filter, sort, pageAt(place)));
}

export async function answerSearch(asking: Asking, place: ListPlace): Promise<Answer> {
  const sort = { key: 'relevance', descending: true } as const;
  const heading = `Cases with “${place.words}”`;
  return pageOf(asking, { ...place, search: true }, heading, () =>
    asking.app.listCases({ q: place.words }, sort, pageAt(place)),
  );
}

type Page = Awaited<ReturnType<Asking['app']['listCases']>>;

async function pageOf(asking: Asking, place: ListPlace, heading: string, find: () => Promise<Page>): Promise<Answer> {
  const page = await find().catch((error: unknown) => {
    // A cursor of a list that has changed its shape meanwhile: the list begins anew.
    if (isFailure(error, 'invalid') && place.after !== undefined) return null;
    throw error;
  });
  if (page === null) {
    const { after, ...first } = place;
    return answerList(asking, first);
  }
  return {
    kind: 'card',
    card: listCard({
      heading: plain(heading, 160),
      items: page.items.map((item) => present(asking, item, asking.actor.role)),
      total: page.total,
      place,
      next: page.next,
      openUrl: listUrl(asking.publicUrl),
    }),
  };
}

function pageAt({ after }: ListPlace): { limit: number; after?: string } {
  return { limit: pageSize, ...(after !== undefined && { after }) };
}

/** Whom and what list words may name. */
export async function listContext({ app, directory, actor, clock, place }: Asking): Promise<ListContext> {
  const [agents, teams, categories] = await Promise.all([
    directory.agents(),
    app.readSettings('teams'),
    app.readSettings('categories'),
  ]);
  return {
    agentId: actor.id,
    nowMs: clock.nowMs(),
    zone: place.zone,
    agents,
    teams: (teams.value as TeamsDocument).teams,
    categories: (categories.value as CategoriesDocument).categories,
  };
}

export function present(deps: AnswerDeps, value: VersionedCase, role: Asking['actor']['role']): Case {
  return presentCase(value, { role, nowMs: deps.clock.nowMs(), agentName: deps.agentName });
}
