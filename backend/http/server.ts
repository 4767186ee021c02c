import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import type { App } from '../app/app.ts';
import { endpoints } from '../contracts/endpoints.ts';
import { largestImport } from '../contracts/imports.ts';
import type { Ready, SignInSettings } from '../contracts/operations.ts';
import { sandboxEndpoints } from '../contracts/sandbox-endpoints.ts';
import { Failure } from '../domain/failure.ts';
import type { CaseBytes } from '../ports/case-bytes.ts';
import type { FoundCase } from '../ports/case-index.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { GivenAnswers } from '../ports/given-answers.ts';
import type { CacheState, ReadModelState } from '../ports/read-model-state.ts';
import type { PrintReport } from '../ports/report-printer.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import type { Clock, Log } from '../ports/system.ts';
import { AnswerCache, type KeptAnswers } from './answer-cache.ts';
import { believedTokens } from './believed-tokens.ts';
import { type BotMessages, mountBotMessages } from './bot-messages.ts';
import type { Handlers } from './call.ts';
import { mountDocs } from './docs-routes.ts';
import { mountGraphWebhook } from './graph-webhook.ts';
import { caseKeeper } from './keep-cases.ts';
import { LoopDelay } from './loop-delay.ts';
import { mountMetrics } from './metrics-route.ts';
import { addRoute, type MountDeps, mount } from './mount.ts';
import { type CaseSource, RenderedCases } from './rendered-cases.ts';
import { RequestMetrics } from './request-metrics.ts';
import { respond } from './respond.ts';
import { createRestifyServer } from './restify-server.ts';
import { apiHandlers } from './routes/all.ts';
import { openSites, type StaticSite, type StaticSites } from './static-sites.ts';
import { mountSurveys } from './survey-routes.ts';

/** What is known of an agent without asking the store. */
export type AgentOf = (id: string) => { name: string; team: string | null } | undefined;

export interface HttpDeps {
  app: App;
  authenticate: Authenticate;
  agentOf: AgentOf;
  clock: Clock;
  log: Log;
  mode: 'sandbox' | 'production';
  version: string;
  /** How the Outlook pane signs in at Microsoft; absent in sandbox mode. */
  signIn?: SignInSettings | null;
  /** Without a slash at the end. */
  publicUrl: string;
  readiness: () => Promise<Ready>;
  /** Where answers are kept for requests that come again. */
  given: GivenAnswers;
  /** Without it nothing that was answered is kept. */
  readModel?: {
    feed: ChangeFeed;
    changes: () => number;
    gauges: () => Record<string, number>;
    state?: () => Promise<ReadModelState>;
    cases?: PlacedCases;
  };
  /** Without it reports cannot be had as PDF. */
  printReport?: PrintReport;
  /** What the store keeps of rows in memory, or null. */
  rowCache?: () => CacheState | null;
  /** What a scraper of `/metrics` may present instead of a person's token. */
  metricsToken?: string | null;
  sites: StaticSite[];
  botMessages?: BotMessages;
  /** Sandbox mode alone; without it the sandbox's addresses do not exist. */
  sandbox?: Handlers<typeof sandboxEndpoints>;
}

/** What the read model knows of where cases are, so that they need not be read to be shown. */
export interface PlacedCases {
  rowOf(number: string): number;
  at(row: number): (FoundCase & { row: number }) | undefined;
  /** One more than the highest row. */
  size(): number;
  /** A case by number or id; undefined while something may have been written that the feed has not told of. */
  locate(ref: string): FoundCase | undefined;
  /** Where shown cases lie beside memory. */
  beside: CaseBytes;
}

export interface HttpServer {
  server: Server;
  /** Keeps some more cases as they are shown; milliseconds after which to call again, null when all are kept. */
  keepCases(): Promise<number | null>;
  /** Resolves with the port it got; 0 takes any that is free. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Stops accepting, lets running requests end for a few seconds, then closes what is left. */
  close(): Promise<void>;
}

/** A mail may be handed over with its attachments. */
const mailBodyLimit = 40 * 1024 * 1024;
/** Base64 takes four characters for three bytes, and the name comes with it. */
const importBodyLimit = Math.ceil((largestImport * 4) / 3) + 4_096;
const closeGraceMs = 3_000;

/** The HTTP face: API, Graph's webhook, bot door, documentation and built pages. */
export async function createHttpServer(deps: HttpDeps): Promise<HttpServer> {
  const { app, log } = deps;
  const docsUrl = `${deps.publicUrl}/api/docs`;
  const sites = await openSites(deps.sites, log);
  const server = createRestifyServer({ sites, publicUrl: deps.publicUrl, docsUrl, log });
  const requests = new RequestMetrics(log);
  const mountDeps: MountDeps = {
    authenticate: believedTokens(deps.authenticate, deps.clock),
    clock: deps.clock,
    agentName: (id) => deps.agentOf(id)?.name,
    log,
    docsUrl,
    requests,
    given: deps.given,
  };
  const teamOf = (id: string) => deps.agentOf(id)?.team ?? null;
  const kept = keptAnswers(deps);
  const { mode, version, readiness } = deps;
  const loop = new LoopDelay(() => deps.clock.nowMs());
  server.server.once('close', () => loop.close());
  const handlers = apiHandlers(
    app,
    kept,
    { mode, version, readiness, teamOf, signIn: deps.signIn ?? null },
    { requests, loop, readModel: deps.readModel?.state, rowCache: deps.rowCache ?? (() => null) },
    deps.printReport ?? noPrinter,
    () => deps.clock.now(),
  );
  mount(server, endpoints, handlers, mountDeps, {
    caseFromMail: mailBodyLimit,
    inspectMail: mailBodyLimit,
    replyToCase: mailBodyLimit,
    readImport: importBodyLimit,
    previewSettingsImport: importBodyLimit,
    importSettings: importBodyLimit,
  });
  if (deps.sandbox !== undefined) mount(server, sandboxEndpoints, deps.sandbox, mountDeps);
  mountMetrics(server, {
    ...kept,
    ...mountDeps,
    metricsToken: deps.metricsToken ?? null,
    gauges: deps.readModel?.gauges ?? (() => ({})),
  });
  mountGraphWebhook(server, { app, log, docsUrl });
  mountSurveys(server, { app, clock: deps.clock, log, docsUrl });
  if (deps.botMessages !== undefined) mountBotMessages(server, deps.botMessages, { docsUrl, log });
  const tables = deps.sandbox === undefined ? [endpoints] : [endpoints, sandboxEndpoints];
  mountDocs(server, { tables, publicUrl: deps.publicUrl, version: deps.version });
  addRoute(server, 'GET', '/', async (_request, response) => {
    respond(response, 302, { Location: frontDoor(sites), 'Cache-Control': 'no-store' });
  });
  const viewer = () => ({ role: 'admin' as const, nowMs: deps.clock.nowMs(), agentName: mountDeps.agentName });
  const keepCases = deps.readModel?.cases && caseKeeper({ ...deps.readModel.cases, rendered: kept.rendered, viewer });
  return {
    server,
    keepCases: keepCases ?? (async () => null),
    listen: (port, host) => listen(server, port, host),
    close: () => close(server),
  };
}

const noPrinter: PrintReport = async () => {
  throw new Failure('unavailable', 'There is no printer here.');
};

function keptAnswers({ app, readModel }: HttpDeps): KeptAnswers {
  let never = 0;
  const rendered = new RenderedCases((id) => app.getCase(id), readModel && sourceOf(readModel));
  return {
    rendered,
    show: async (ref, viewer) => {
      const found = readModel?.cases?.locate(ref);
      return (found && (await rendered.one(found, viewer))) ?? rendered.of(await app.getCase(ref), viewer);
    },
    answers: new AnswerCache(readModel?.changes ?? (() => never++)),
  };
}

function sourceOf({ feed, cases }: NonNullable<HttpDeps['readModel']>): CaseSource | undefined {
  return cases && { feed, beside: cases.beside, rowOf: (number) => cases.rowOf(number) };
}

function frontDoor(sites: StaticSites): string {
  return ['/sandbox/', '/tab/'].find((prefix) => sites.has(prefix)) ?? '/api/docs';
}

function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve({ port: (server.server.address() as AddressInfo).port });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.server.closeAllConnections(), closeGraceMs);
    server.server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.server.closeIdleConnections();
  });
}
