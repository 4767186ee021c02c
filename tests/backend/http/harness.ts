import { TableGivenAnswers } from '../../../backend/adapters/store/given-answers.ts';
import type { sandboxEndpoints } from '../../../backend/contracts/sandbox-endpoints.ts';
import { Failure } from '../../../backend/domain/failure.ts';
import { type Role, roles } from '../../../backend/domain/vocabulary.ts';
import type { Handlers } from '../../../backend/http/call.ts';
import { createHttpServer, type HttpDeps, type HttpServer } from '../../../backend/http/server.ts';
import type { Authenticate } from '../../../backend/ports/sign-in.ts';
import { createFakeApp, type FakeApp } from '../../fakes/fake-app.ts';
import { MemoryTables } from '../../fakes/memory-tables.ts';
import { TestClock } from '../../fakes/test-clock.ts';
import { TestLog } from '../../fakes/test-log.ts';

export const clock = new TestClock('2026-11-24T13:20:00.000Z');

/** Tokens of the tests: `agent`, `manager`, `admin`, and `nobody` who has no role. */
export const authenticate: Authenticate = async (token) => {
  const role: Role | null = roles.find((known) => known === token) ?? null;
  if (role === null && token !== 'nobody') throw new Failure('unauthenticated', 'The access token is not valid.');
  return {
    actor: { id: `${token}-id`, name: `A ${token}`, role, surface: 'api' },
    expiresAtMs: clock.nowMs() + 3_600_000,
  };
};

export interface Harness {
  http: HttpServer;
  app: FakeApp;
  log: TestLog;
  url: string;
  call(method: string, path: string, options?: CallOptions): Promise<CallResult>;
  close(): Promise<void>;
}
export interface CallOptions {
  /** A token of the tests; `agent` unless given, null for none. */
  as?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}
export interface CallResult {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  json: any;
}

/** A server over the fake use cases, on a free port. */
export async function startHarness(overrides: Partial<HttpDeps> = {}): Promise<Harness> {
  const app = createFakeApp();
  const log = new TestLog();
  const http = await createHttpServer({
    app,
    authenticate,
    agentOf: (id) => (id === 'agent-id' ? { name: 'Jonas Weber', team: 'property' } : undefined),
    clock,
    log,
    mode: 'sandbox',
    version: '1.2.3',
    publicUrl: 'http://localhost:3978',
    given: new TableGivenAnswers(new MemoryTables()),
    readiness: async () => ({ status: 'ready', checks: [] }),
    sites: [],
    ...overrides,
  });
  const { port } = await http.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return { http, app, log, url, call: (method, path, options) => call(url, method, path, options), close: http.close };
}

async function call(url: string, method: string, path: string, options: CallOptions = {}): Promise<CallResult> {
  const headers: Record<string, string> = {};
  const as = options.as === undefined ? 'agent' : options.as;
  if (as !== null) headers.authorization = `Bearer ${as}`;
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
  const init: RequestInit = { method, redirect: 'manual', headers: { ...headers, ...options.headers } };
  const response = await fetch(url + path, { ...init, ...(options.body !== undefined && { body }) });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

/** Sandbox handlers that answer the least that is valid. */
export const emptySandbox: Handlers<typeof sandboxEndpoints> = {
  token: async ({ body }) => ({ body: { token: body.role } }),
  places: async () => ({ body: { tab: '/tab/', playground: null, docs: '/api/docs' } }),
  inbox: async () => ({ body: { items: [], total: 0 } }),
  openMail: async ({ params }) => {
    throw new Failure('not-found', `There is no mail ${params.id.length}.`);
  },
  openFile: async () => ({ body: { name: 'a.txt', type: 'text/plain', content: 'YQ==' } }),
  sendMail: async () => ({ body: { id: '<m@x>', internetMessageId: '<m@x>' } }),
  writeMail: async () => ({ body: { id: 'g1', internetMessageId: '<m@x>' } }),
  samples: async () => ({ body: { total: 0, try: [], trickling: false } }),
  deliverSamples: async () => ({ body: { delivered: 0, trickling: false } }),
};
