import type { IncomingMessage } from 'node:http';
import type { Idempotency } from '../app/app.ts';
import type { Endpoint } from '../contracts/endpoint.ts';
import type { Actor } from '../domain/access/actor.ts';
import { demand } from '../domain/access/permissions.ts';
import { Failure } from '../domain/failure.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import type { Clock } from '../ports/system.ts';
import type { Viewer } from '../present/present-case.ts';
import { type Caller, callerOf } from './caller.ts';
import { type IfMatch, parseTags } from './entity-tags.ts';
import { idempotencyOf } from './idempotency.ts';
import { check } from './plain-faults.ts';
import { queryValues } from './query-values.ts';
import { readJson, usualBodyLimit } from './read-body.ts';

export interface DoorDeps {
  authenticate: Authenticate;
  clock: Clock;
  agentName: (id: string) => string | undefined;
}

export interface Row {
  name: string;
  endpoint: Endpoint;
  /** Bytes; 1 MB unless the row is known to carry more. */
  bodyLimit?: number;
}

/** A call before its types are known to match the row; `mount` ties the two together. */
export interface AdmittedCall {
  actor: Actor | null;
  /** The caller's own token; empty where none was needed. */
  token: string;
  viewer: Viewer;
  params: unknown;
  query: unknown;
  /** The query as it was sent. */
  search: string;
  body: unknown;
  ifMatch: IfMatch | undefined;
  idempotency: Idempotency | undefined;
}

/**
 * Everything that must hold before a handler runs, cheapest refusals first: who calls, whether they may, then what was
 * sent. `noteSent` learns of the body as soon as it is read. @throws Failure, DoorProblem
 */
export async function admit(
  deps: DoorDeps,
  row: Row,
  request: IncomingMessage,
  rawParams: Record<string, string>,
  noteSent: (body: unknown) => void,
): Promise<AdmittedCall> {
  const { endpoint } = row;
  const caller = await permitted(deps, endpoint, request);
  const actor = caller?.actor ?? null;
  const ifMatch = endpoint.ifMatch === undefined ? undefined : parseTags(request.headers['if-match']);
  const params = paramsOf(endpoint, rawParams);
  const search = searchOf(request.url ?? '');
  const query = queryOf(endpoint, search);
  const { body, idempotency } = await bodyOf(row, request, noteSent);
  if (endpoint.ifMatch === 'required' && ifMatch === undefined) {
    throw new Failure('precondition-required', 'Name the version you are changing in If-Match.');
  }
  const viewer: Viewer = { role: actor?.role ?? null, nowMs: deps.clock.nowMs(), agentName: deps.agentName };
  return { actor, token: caller?.token ?? '', viewer, params, query, search, body, ifMatch, idempotency };
}

async function permitted(deps: DoorDeps, endpoint: Endpoint, request: IncomingMessage): Promise<Caller | null> {
  if (endpoint.permission === 'public') return null;
  const caller = await callerOf(request, deps.authenticate);
  demand(caller.actor.role, endpoint.permission);
  return caller;
}

/** A path parameter of the wrong form names nothing that exists. */
function paramsOf(endpoint: Endpoint, raw: Record<string, string>): unknown {
  if (endpoint.params === undefined) return undefined;
  const result = endpoint.params.safeParse(raw);
  if (!result.success) throw new Failure('not-found', 'There is nothing at this address.');
  return result.data;
}

function searchOf(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

function queryOf(endpoint: Endpoint, search: string): unknown {
  if (endpoint.query === undefined) return undefined;
  const values = queryValues(search, endpoint.query);
  return check(endpoint.query, values, 'The query');
}

const nothing = new Uint8Array();

async function bodyOf(
  { name, endpoint, bodyLimit }: Row,
  request: IncomingMessage,
  noteSent: (body: unknown) => void,
): Promise<{ body: unknown; idempotency: Idempotency | undefined }> {
  const keyed = (bytes: Uint8Array) =>
    endpoint.idempotencyKey ? idempotencyOf(request.headers['idempotency-key'], name, bytes) : undefined;
  if (endpoint.body === undefined) return { body: undefined, idempotency: keyed(nothing) };
  const { bytes, value } = await readJson(request, bodyLimit ?? usualBodyLimit);
  noteSent(value);
  const idempotency = keyed(bytes);
  return { body: check(endpoint.body, value, 'The body'), idempotency };
}
