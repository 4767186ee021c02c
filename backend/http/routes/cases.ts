import type { App, VersionedCase } from '../../app/app.ts';
import type { Case } from '../../contracts/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import { presentCase, type Viewer } from '../../present/present-case.ts';
import { presentEvent, presentMessage } from '../../present/present-message.ts';
import type { KeptAnswers } from '../answer-cache.ts';
import type { Answer } from '../call.ts';
import { filterFrom, pageFrom, sortOf } from '../case-query.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import { JsonBytes, JsonWriter } from '../json-bytes.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';

type CaseRoutes = Pick<
  ApiHandlers,
  | 'listCases'
  | 'createCase'
  | 'getCase'
  | 'replaceCase'
  | 'patchCase'
  | 'changeStatus'
  | 'assignCase'
  | 'listMessages'
  | 'caseHistory'
>;

export function caseRoutes(app: App, kept: KeptAnswers): CaseRoutes {
  const { rendered, answers } = kept;
  const deps = { app, rendered };
  return {
    listCases: async ({ query, search, actor, viewer }) => {
      if (query.minPos !== undefined) await app.reachVersion(query.minPos);
      const mine = query.assignee?.includes('me') ? actor.id : '';
      const body = await answers.answer(`cases ${viewer.role} ${mine} ${search}`, viewer.nowMs, async () => {
        const found = await app.findCases(filterFrom(query, actor.id), sortOf(query), pageFrom(query));
        const json = new JsonWriter();
        json.text('{"items":[');
        await rendered.many(found.cases, viewer, json);
        json.text(`],${JSON.stringify({ total: found.total, next: found.next }).slice(1)}`);
        return json.end();
      });
      return { body };
    },
    createCase: async ({ actor, viewer, body, idempotency }) => {
      const { case: value, created } = await app.createCase(actor, body, idempotency);
      const replayed = created ? undefined : { 'Idempotency-Replayed': 'true' };
      return caseAnswer(rendered, value, viewer, 201, { ...locationOf(value), ...replayed });
    },
    getCase: async ({ params, viewer }) => {
      const shown = await kept.show(params.id, viewer);
      return { body: new JsonBytes(shown.bytes), etag: shown.etag };
    },
    replaceCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.editCase(actor, params.id, body, version)),
    patchCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.editCase(actor, params.id, body, version)),
    changeStatus: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.changeStatus(actor, params.id, body, version)),
    assignCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.assignCase(actor, params.id, body, version)),
    listMessages: async ({ params }) => {
      const items = (await app.caseMessages(params.id)).map(presentMessage);
      return { body: { items, total: items.length } };
    },
    caseHistory: async ({ params }) => {
      const items = (await app.caseHistory(params.id)).map(presentEvent);
      return { body: { items, total: items.length } };
    },
  };
}

export function caseAnswer(
  rendered: RenderedCases,
  value: VersionedCase,
  viewer: Viewer,
  status = 200,
  headers: Record<string, string> = {},
): Answer<Case> {
  return { status, body: new JsonBytes(rendered.of(value, viewer).bytes), etag: value.etag, headers };
}

export function locationOf({ value }: VersionedCase): Record<string, string> {
  return { Location: `/api/cases/${value.id}` };
}

export async function changed(
  { app, rendered }: { app: App; rendered: RenderedCases },
  ref: string,
  viewer: Viewer,
  ifMatch: IfMatch | undefined,
  change: (version: string | undefined) => Promise<VersionedCase>,
): Promise<Answer<Case>> {
  const version = await versionToMatch(ifMatch, async () => (await app.getCase(ref)).etag);
  try {
    return caseAnswer(rendered, await change(version), viewer);
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    // Read anew: what is shown is at least as fresh as what the change was refused for.
    throw new Failure('stale', error.message, { current: presentCase(await app.getCase(ref), viewer), cause: error });
  }
}
