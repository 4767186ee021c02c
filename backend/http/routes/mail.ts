import type { App } from '../../app/app.ts';
import { presentInspection } from '../../present/present-inspection.ts';
import { jsonList } from '../json-bytes.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseAnswer, locationOf } from './cases.ts';

type MailRoutes = Pick<ApiHandlers, 'caseFromMail' | 'lookupMail' | 'inspectMail' | 'previewTriage'>;

export function mailRoutes(app: App, rendered: RenderedCases): MailRoutes {
  return {
    caseFromMail: async ({ actor, viewer, body, idempotency }) => {
      const { case: value, created } = await app.caseFromMail(actor, body, idempotency);
      return caseAnswer(rendered, value, viewer, created ? 201 : 200, locationOf(value));
    },
    lookupMail: async ({ query, viewer }) => {
      const found = await app.lookupMail(query);
      const customerCases = await rendered.many(found.customerCases, viewer);
      const theCase = found.case === null ? null : rendered.of(found.case, viewer);
      return { body: jsonList('customerCases', customerCases, {}, { case: theCase }) };
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
