import type { SimilarCase, SimilarUseCases } from '../../app/similar/similar-use-cases.ts';
import type { SimilarCases } from '../../contracts/similar.ts';
import type { Viewer } from '../../present/present-case.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function similarRoutes(app: SimilarUseCases): Pick<ApiHandlers, 'similarCases'> {
  return {
    similarCases: async ({ params, query, viewer }) => {
      const items = (await app.similarCases(params.id, query.limit)).map((one) => presented(one, viewer));
      return { body: { items, total: items.length } };
    },
  };
}

function presented({ case: value, score, duplicate, why }: SimilarCase, viewer: Viewer): SimilarCases['items'][number] {
  const { id, number, subject, status, priority, category, customer, assignee, resolution, createdAt } = value;
  const assigneeName = assignee === null ? null : (viewer.agentName(assignee) ?? assignee);
  const shown = { id, number, subject, status, priority, category, customer, assignee, assigneeName };
  return { case: { ...shown, resolution, createdAt }, score, duplicate, why };
}
