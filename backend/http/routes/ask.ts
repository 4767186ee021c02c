import type { AskUseCases } from '../../app/ask/ask-use-cases.ts';
import { metrics } from '../../contracts/metric-catalogue.ts';
import type { CaseFilter } from '../../ports/case-index.ts';
import { JsonWriter } from '../json-bytes.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function askRoutes(app: AskUseCases, rendered: RenderedCases): Pick<ApiHandlers, 'ask'> {
  return {
    ask: async ({ actor, viewer, body }) => {
      const { question, query, timeZone, language: wanted } = body;
      const { answer, language, engine, engineReason, unclear, suggestions } = await app.ask(actor, {
        question,
        query,
        zone: timeZone,
        language: wanted,
      });
      const asOf = new Date(viewer.nowMs).toISOString();
      const spoke = { asOf, language, engine, ...(engineReason !== undefined && { engineReason }) };
      if (answer === null) return { body: { ...spoke, answer, unclear, suggestions } };
      const { name, unit, formula } = metrics[answer.query.metric];
      const figure = { name, unit, formula, ...answer.figure };
      const shown = { query: answer.query, reading: answer.reading, notes: answer.notes, figure };
      const json = new JsonWriter();
      // Cases are rendered already; the rest is put around them.
      json.text(`${JSON.stringify({ ...spoke, unclear, suggestions }).slice(0, -1)},"answer":`);
      json.text(`${JSON.stringify(shown).slice(0, -1)},"cases":{"items":[`);
      await rendered.many(answer.cases, viewer, json);
      const rest = { total: answer.total, path: answer.listed && pathOf(answer.listed) };
      json.text(`],${JSON.stringify(rest).slice(1)}}}`);
      return { body: json.end() };
    },
  };
}

/** The list of cases that a filter stands for, as a path of this API. */
function pathOf(filter: CaseFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, one === null ? 'none' : String(one));
  }
  return `/api/cases?${search}`;
}
