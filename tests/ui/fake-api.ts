import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';
import type { Case } from '../../backend/contracts/case.ts';
import { leadingClock } from '../../backend/contracts/clock-words.ts';
import type { LiveEvents } from '../../backend/contracts/live.ts';
import { livePath } from '../../backend/contracts/live-path.ts';
import { agentNameOf, fakeAgents, plant, present, type Seed, type StoredCase } from './fake-cases.ts';
import { fakeLedger } from './fake-ledger.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** What the real server allows its pages, so that a page that needs more fails here already. */
const pagePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self' ws:; object-src 'none'; base-uri 'self'";

type Role = 'agent' | 'manager' | 'admin';
interface Caller {
  id: string;
  name: string;
  role: Role;
}

/** The built tab and an API behind it with cases at chosen moments of their clocks, which the product cannot be asked for. */
export class FakeApi {
  readonly cases: StoredCase[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #live = new Server<Record<string, never>, LiveEvents>(this.#server, { path: livePath, serveClient: false });
  #port = 0;
  /** Milliseconds by which every API answer is late. */
  delayMs = 0;
  /** API paths beginning with this answer 503. */
  broken: string | null = null;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await this.#live.close();
  }

  fill(seeds: Seed[]): void {
    this.cases.length = 0;
    this.cases.push(...seeds.map((seed, index) => plant(seed, index, Date.now())));
  }

  /** A mail of a customer arrives. */
  open(seed: Seed): string {
    const stored = plant(seed, this.cases.length, Date.now());
    this.cases.push(stored);
    this.#push(stored, 'opened', { id: 'system', name: 'HandyConnect' });
    return stored.base.number;
  }

  /** Somebody changes a case elsewhere. With `silently` nobody is told, as when the push is still on its way. */
  change(number: string, fields: Partial<Case>, by: string, silently = false): void {
    const stored = this.#find(number);
    if (stored !== undefined) this.#write(stored, fields, { id: by, name: agentNameOf(by) ?? by }, silently);
  }

  #find(id: string): StoredCase | undefined {
    return this.cases.find(({ base }) => base.id === id || base.number === id);
  }

  #push(stored: StoredCase, kind: 'opened' | 'changed', actor: { id: string; name: string }): void {
    this.#live.emit('case.changed', { case: present(stored, 'agent', Date.now()), kind, actor });
  }

  #write(stored: StoredCase, fields: Partial<Case>, actor: { id: string; name: string }, silently = false): void {
    const { base } = stored;
    const at = new Date().toISOString();
    const changes = Object.entries(fields).map(([field, to]) => ({
      field,
      from: base[field as keyof typeof base],
      to,
    }));
    Object.assign(base, fields, { updatedAt: at, etag: randomUUID() });
    stored.pausedSince = base.status.startsWith('awaiting') ? (stored.pausedSince ?? at) : null;
    stored.history.push({
      id: randomUUID(),
      at,
      actor,
      surface: 'tab',
      kind: 'case.changed',
      changes,
      messageId: null,
      reason: null,
    });
    if (!silently) this.#push(stored, 'changed', actor);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname.startsWith(livePath)) return;
    if (url.pathname === '/sandbox/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
    if (url.pathname.startsWith('/tab/')) return this.#file(url.pathname, response);
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.broken !== null && url.pathname.startsWith(this.broken)) {
      return problem(response, 503, 'unavailable', 'The store does not answer.');
    }
    const body = await read(request);
    if (url.pathname === '/sandbox/token') return json(response, { token: btoa(JSON.stringify(body)) });
    const caller = callerOf(request);
    if (caller === null) return problem(response, 401, 'unauthenticated', 'Sign in first.');
    return this.#api({ request, response, url, body, caller });
  }

  async #file(pathname: string, response: ServerResponse): Promise<void> {
    const name = pathname === '/tab/' ? '/tab/index.html' : normalize(pathname);
    try {
      const content = await readFile(join(dist, name));
      const type = types[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': pagePolicy }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  #api({ request, response, url, body, caller }: Exchange): ServerResponse {
    const show = (stored: StoredCase) => present(stored, caller.role, Date.now());
    const [noun, id, part] = url.pathname.slice('/api/'.length).split('/');
    if (noun === 'me' && id === 'workspace')
      return json(response, { columns: null, density: 'compact', start: null, singleKeys: true });
    if (noun === 'views') return json(response, { items: [], total: 0 });
    if (noun === 'me') return json(response, { ...caller, team: null, mode: 'sandbox' });
    if (noun === 'settings' && id === 'macros') return json(response, { macros: [] });
    if (noun === 'settings') return json(response, settings(id ?? ''));
    if (noun === 'mail') {
      const sender = url.searchParams.get('sender');
      const theirs = this.cases.filter(({ base }) => base.customer.email === sender);
      return json(response, { case: null, customerCases: theirs.map(show) });
    }
    if (id === undefined) return json(response, list(this.cases.map(show), url.searchParams, caller));
    const stored = this.#find(id);
    if (stored === undefined) return problem(response, 404, 'not-found', 'There is no such case.');
    if (part === 'messages') return json(response, { items: stored.messages, total: stored.messages.length });
    if (part === 'tasks' || part === 'similar') return json(response, { items: [], total: 0 });
    if (part === 'sla') return json(response, fakeLedger(show(stored)));
    if (part === 'history') return json(response, { items: stored.history, total: stored.history.length });
    if (request.method === 'PATCH') {
      const wanted = request.headers['if-match'];
      if (wanted !== undefined && wanted !== `"${stored.base.etag}"`) {
        return problem(response, 412, 'stale', 'The case has changed.', { current: show(stored), differences: [] });
      }
      this.#write(stored, fieldsOf(body), caller);
    }
    return json(response, show(stored));
  }
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: unknown;
  caller: Caller;
}

function fieldsOf(body: unknown): Partial<Case> {
  return typeof body === 'object' && body !== null ? body : {};
}

function callerOf(request: IncomingMessage): Caller | null {
  const token = request.headers.authorization?.replace('Bearer ', '');
  if (token === undefined) return null;
  const { role, name }: { role: Role; name: string } = JSON.parse(atob(token));
  return { id: fakeAgents.find(([, each]) => each === name)?.[0] ?? 'somebody', name, role };
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}

function json(response: ServerResponse, body: unknown): ServerResponse {
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function problem(
  response: ServerResponse,
  status: number,
  code: string,
  detail: string,
  more: object = {},
): ServerResponse {
  const body = { type: `/problems/${code}`, title: code, status, code, detail, requestId: '7f2c-91ab', ...more };
  return response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
}

function settings(name: string): object {
  if (name === 'agents') {
    const agents = fakeAgents.map(([id, each, role]) => ({
      id,
      name: each,
      email: `${id}@contoso.example`,
      role,
      team: null,
    }));
    return { agents };
  }
  if (name === 'teams')
    return {
      teams: [
        { id: 'property', name: 'Property' },
        { id: 'product', name: 'Product' },
      ],
    };
  const keys = ['technical', 'billing', 'account', 'feature_request', 'general'];
  const named = keys.map((key) => ({ key, name: key.replace('_', ' '), parent: null }));
  return { categories: [...named, { key: 'technical.network', name: 'Network', parent: 'technical' }] };
}

function list(cases: Case[], params: URLSearchParams, caller: Caller): object {
  const any = (name: string) => params.getAll(name).flatMap((value) => value.split(','));
  const fits = (name: string, value: string) => any(name).length === 0 || any(name).includes(value);
  const q = params.get('q')?.toLowerCase() ?? '';
  const dueBefore = params.get('dueBefore');
  const found = cases.filter((each) => {
    const lead = leadingClock(each.sla);
    const due = lead?.clock.due ?? null;
    const assignee = any('assignee').map((value) => (value === 'me' ? caller.id : value));
    return (
      fits('status', each.status) &&
      fits('priority', each.priority) &&
      fits('category', each.category) &&
      fits('sla', lead?.clock.state ?? 'none') &&
      (assignee.length === 0 || assignee.includes(each.assignee ?? 'none')) &&
      (dueBefore === null || (due !== null && due < dueBefore)) &&
      `${each.number} ${each.subject} ${each.customer.name}`.toLowerCase().includes(q)
    );
  });
  const dueOf = (each: Case) => leadingClock(each.sla)?.clock.due ?? '~';
  const sort = params.get('sort') ?? 'due';
  if (sort === 'due') found.sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  if (sort.endsWith('updated')) found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  if (sort.endsWith('number')) found.sort((a, b) => a.number.localeCompare(b.number));
  const from = Number(params.get('after') ?? 0);
  const to = from + Number(params.get('limit') ?? 50);
  return { items: found.slice(from, to), total: found.length, ...(to < found.length && { next: String(to) }) };
}
