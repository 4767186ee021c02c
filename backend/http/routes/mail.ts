import type { App } from '../../app/app.ts';
import { isFailure } from '../../domain/failure.ts';
import type { ShownCase } from '../../ports/case-bytes.ts';
import type { Viewer } from '../../present/present-case.ts';
import { presentInspection } from '../../present/present-inspection.ts';
import type { KeptAnswers } from '../answer-cache.ts';
import { JsonWriter } from '../json-bytes.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseAnswer, locationOf } from './cases.ts';

type MailRoutes = Pick<ApiHandlers, 'caseFromMail' | 'lookupMail' | 'inspectMail' | 'previewTriage'>;

export function mailRoutes(app: App, kept: KeptAnswers): MailRoutes {
  const { rendered } = kept;
  return {
    caseFromMail: async ({ actor, viewer, body, idempotency }) => {
      const { case: value, created } = await app.caseFromMail(actor, body, idempotency);
      return caseAnswer(rendered, value, viewer, created ? 201 : 200, locationOf(value));
    },
    lookupMail: async ({ query, viewer }) => {
      const looked = await app.lookupMail(query, (id) => whereItShows(kept, id, viewer));
      const json = new JsonWriter();
      json.text('{"case":');
      if (looked.case === null) json.text('null');
      else json.bytes(looked.case.bytes);
      json.text(',"customerCases":[');
      await rendered.many(looked.customerCases, viewer, json);
      json.text(']}');
      return { body: json.end() };
    },
    inspectMail: async ({ body }) => ({ body: presentInspection(await app.inspectMail(body)) }),
    previewTriage: async ({ body }) => {
      const said = await app.previewTriage(body);
      return {
        body: {
          category: said.category,
          complaint: said.complaint,
          priority: said.priority,
          priorityReasons: said.priorityReasons,
          sentiment: said.sentiment,
          language: said.language,
          summary: said.summary,
          confidence: said.confidence,
          needsReview: said.needsReview,
          engine: said.engine,
          entities: said.entities,
          suggestedTasks: said.suggestedTasks,
          nextStep: said.nextStep,
          ...(said.engineReason !== undefined && { engineReason: said.engineReason }),
        },
      };
    },
  };
}

/** The case, or the one that it was merged into; null when it is gone. */
async function whereItShows(
  { show }: Pick<KeptAnswers, 'show'>,
  id: string,
  viewer: Viewer,
): Promise<(ShownCase & { id: string }) | null> {
  try {
    const shown = await show(id, viewer);
    return shown.mergedInto === null ? { ...shown, id } : whereItShows({ show }, shown.mergedInto, viewer);
  } catch (error) {
    if (isFailure(error, 'not-found')) return null;
    throw error;
  }
}
