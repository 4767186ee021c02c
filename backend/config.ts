import { z } from 'zod';
import { teamsAppIdOf } from './teams-app-id.ts';

/** The settings of the product, each read from the environment once. `.env.example` says what each is for. */
const text = z.string().trim().min(1);
const optionalText = z.preprocess((value) => (value === '' ? undefined : value), text.optional());
const seconds = z.coerce.number().int().min(1).max(86_400);

const Environment = z.object({
  HANDYCONNECT_MODE: z.preprocess((v) => (v === '' ? undefined : v), z.enum(['sandbox', 'production']).optional()),
  NODE_ENV: optionalText,
  HOST: optionalText,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  PUBLIC_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  DATA_DIR: text.default('.data'),
  AZURE_STORAGE_CONNECTION_STRING: optionalText,
  AZURE_STORAGE_ACCOUNT_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  AZURE_TABLES_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  TABLE_PREFIX: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,30}$/, 'must be up to 31 letters and digits, a letter first')
    .default('handyconnect'),
  MICROSOFT_CLIENT_ID: optionalText,
  MICROSOFT_CLIENT_SECRET: optionalText,
  MICROSOFT_TENANT_ID: optionalText,
  SUPPORT_MAILBOXES: optionalText,
  GRAPH_BASE_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  GRAPH_TOKEN: text.default('sandbox'),
  GRAPH_SWEEP_SECONDS: seconds.default(300),
  SILENCE_MINUTES: z.coerce.number().int().min(1).max(10_080).default(30),
  GRAPH_SENDS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(30),
  BOT_ID: optionalText,
  BOT_PASSWORD: optionalText,
  BOT_TENANT_ID: optionalText,
  TEAMS_APP_ID: optionalText,
  TEAMS_CATALOG_ID: optionalText,
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  OPENAI_MODEL: text.default('gpt-4o-mini'),
  AZURE_OPENAI_ENDPOINT: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  AZURE_OPENAI_DEPLOYMENT: optionalText,
  OPENAI_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(8_000),
  AI_DAILY_TOKEN_LIMIT: z.coerce.number().int().min(0).default(2_000_000),
  AUTH_ISSUER: optionalText,
  AUTH_AUDIENCE: optionalText,
  AUTH_JWKS_URI: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  ANTIVIRUS_COMMAND: optionalText,
  WEBHOOK_SECRET: z.preprocess((v) => (v === '' ? undefined : v), text.min(16).optional()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.preprocess((v) => (v === '' ? undefined : v), z.string().min(16).optional()),
  APPLICATIONINSIGHTS_CONNECTION_STRING: optionalText,
});

export type Mode = 'sandbox' | 'production';

export interface Config {
  mode: Mode;
  host: string;
  port: number;
  /** Without a trailing slash; null in sandbox mode until the port is known. */
  publicUrl: string | null;
  dataDir: string;
  storage:
    | { kind: 'embedded' }
    | { kind: 'azure'; connectionString: string }
    | { kind: 'azure-identity'; tablesUrl: string; blobsUrl: string | null };
  tablePrefix: string;
  mailboxes: string[];
  /** The shortest silence of a mailbox that is told in Teams. */
  silenceMinutes: number;
  graph: { baseUrl: string | null; token: string; sweepSeconds: number; sendsPerMinute: number };
  microsoft: { clientId: string; clientSecret: string; tenantId: string } | null;
  bot: { id: string; password: string; tenantId: string } | null;
  /** Id under which deep links of Teams find the app. */
  teamsAppId: string;
  openai: {
    apiKey: string;
    baseUrl: string | null;
    model: string;
    azure: { endpoint: string; deployment: string } | null;
  } | null;
  openaiTimeoutMs: number;
  /** Tokens a day (UTC) for the language model, over all replicas. */
  dailyTokenLimit: number;
  auth: { issuer: string; audience: string; jwksUri: string } | null;
  /** Program and arguments of a scanner that reads a file from standard input. */
  antivirusCommand: string | null;
  /** Signs the calls of webhooks; without one none are made. */
  webhookSecret: string | null;
  /** What a scraper of `/metrics` presents; null where only managers may look. */
  metricsToken: string | null;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/** All faults of the settings, each naming its setting; never a value, because values may be secrets. */
export class ConfigError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings have faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Values = z.infer<typeof Environment>;

/** @throws ConfigError listing every fault at once */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const { values, faults } = read(environment);
  const mode: Mode = values.HANDYCONNECT_MODE ?? (values.MICROSOFT_CLIENT_ID === undefined ? 'sandbox' : 'production');
  const together = [
    ...commonFaults(values, mode),
    ...(mode === 'sandbox' ? sandboxFaults(values) : productionFaults(values)),
  ];
  const named = new Set(faults.map(nameOf));
  const all = [...faults, ...together.filter((fault) => !named.has(nameOf(fault)))];
  if (all.length > 0) throw new ConfigError(all);
  return toConfig(values, mode);
}

/** Each setting by itself; those at fault read as if they were not set, so that the others can be looked at together. */
function read(environment: Record<string, string | undefined>): { values: Values; faults: string[] } {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) return { values: parsed.data, faults: [] };
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const others = Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)));
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { values: Environment.parse(others), faults };
}

function nameOf(fault: string): string {
  return fault.slice(0, fault.indexOf(':'));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function commonFaults(values: Values, mode: Mode): string[] {
  const faults: string[] = [];
  const { GRAPH_BASE_URL: graph } = values;
  if (graph?.startsWith('http:') && (mode === 'production' || !isLoopback(new URL(graph).hostname))) {
    faults.push('GRAPH_BASE_URL: must be https; http is for loopback addresses outside production');
  }
  if ((values.AZURE_OPENAI_ENDPOINT === undefined) !== (values.AZURE_OPENAI_DEPLOYMENT === undefined)) {
    faults.push('AZURE_OPENAI_DEPLOYMENT: set both AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT, or neither');
  }
  if (values.AZURE_OPENAI_ENDPOINT !== undefined && values.OPENAI_API_KEY === undefined) {
    faults.push('OPENAI_API_KEY: is needed with AZURE_OPENAI_ENDPOINT');
  }
  const authParts = [values.AUTH_ISSUER, values.AUTH_AUDIENCE, values.AUTH_JWKS_URI].filter((v) => v !== undefined);
  if (mode === 'sandbox' && authParts.length % 3 !== 0) {
    faults.push('AUTH_ISSUER: set AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URI together');
  }
  return faults;
}

function sandboxFaults(values: Values): string[] {
  const faults: string[] = [];
  if (values.NODE_ENV === 'production')
    faults.push('HANDYCONNECT_MODE: sandbox refuses to start with NODE_ENV=production');
  if (values.HOST !== undefined && !isLoopback(values.HOST)) {
    faults.push('HOST: sandbox listens on loopback addresses only');
  }
  return faults;
}

function productionFaults(values: Values): string[] {
  const required = [
    'MICROSOFT_CLIENT_ID',
    'MICROSOFT_CLIENT_SECRET',
    'MICROSOFT_TENANT_ID',
    'SUPPORT_MAILBOXES',
    'PUBLIC_URL',
    'BOT_ID',
    'BOT_PASSWORD',
  ] as const;
  const faults = required
    .filter((name) => values[name] === undefined)
    .map((name) => `${name}: is required in production`);
  if (values.PUBLIC_URL !== undefined && !values.PUBLIC_URL.startsWith('https://')) {
    faults.push('PUBLIC_URL: must be https in production');
  }
  return faults;
}

function toConfig(values: Values, mode: Mode): Config {
  return {
    mode,
    host: values.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDir: values.DATA_DIR,
    storage: storageOf(values),
    tablePrefix: values.TABLE_PREFIX,
    mailboxes: mailboxesOf(values.SUPPORT_MAILBOXES ?? 'support@contoso.example'),
    silenceMinutes: values.SILENCE_MINUTES,
    graph: {
      baseUrl: values.GRAPH_BASE_URL ?? (mode === 'production' ? 'https://graph.microsoft.com/v1.0' : null),
      token: values.GRAPH_TOKEN,
      sweepSeconds: values.GRAPH_SWEEP_SECONDS,
      sendsPerMinute: values.GRAPH_SENDS_PER_MINUTE,
    },
    microsoft: microsoftOf(values),
    bot: botOf(values),
    teamsAppId: values.TEAMS_CATALOG_ID ?? values.TEAMS_APP_ID ?? teamsAppIdOf(values.MICROSOFT_CLIENT_ID ?? ''),
    openai: openaiOf(values),
    openaiTimeoutMs: values.OPENAI_TIMEOUT_MS,
    dailyTokenLimit: values.AI_DAILY_TOKEN_LIMIT,
    auth: authOf(values),
    antivirusCommand: values.ANTIVIRUS_COMMAND ?? null,
    webhookSecret: values.WEBHOOK_SECRET ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

function storageOf(values: Values): Config['storage'] {
  if (values.AZURE_STORAGE_CONNECTION_STRING !== undefined) {
    return { kind: 'azure', connectionString: values.AZURE_STORAGE_CONNECTION_STRING };
  }
  const account = values.AZURE_STORAGE_ACCOUNT_URL;
  const tablesUrl = values.AZURE_TABLES_URL ?? account?.replace('.blob.', '.table.');
  if (tablesUrl === undefined) return { kind: 'embedded' };
  return { kind: 'azure-identity', tablesUrl, blobsUrl: account?.replace('.table.', '.blob.') ?? null };
}

function mailboxesOf(list: string): string[] {
  const addresses = list.split(',').map((address) => address.trim().toLowerCase());
  return [...new Set(addresses.filter((address) => address !== ''))];
}

function microsoftOf(values: Values): Config['microsoft'] {
  const {
    MICROSOFT_CLIENT_ID: clientId,
    MICROSOFT_CLIENT_SECRET: clientSecret,
    MICROSOFT_TENANT_ID: tenantId,
  } = values;
  if (clientId === undefined || clientSecret === undefined || tenantId === undefined) return null;
  return { clientId, clientSecret, tenantId };
}

function botOf(values: Values): Config['bot'] {
  const { BOT_ID: id, BOT_PASSWORD: password } = values;
  const tenantId = values.BOT_TENANT_ID ?? values.MICROSOFT_TENANT_ID;
  return id === undefined || password === undefined || tenantId === undefined ? null : { id, password, tenantId };
}

function openaiOf(values: Values): Config['openai'] {
  if (values.OPENAI_API_KEY === undefined) return null;
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment } = values;
  return {
    apiKey: values.OPENAI_API_KEY,
    baseUrl: values.OPENAI_BASE_URL ?? null,
    model: values.OPENAI_MODEL,
    azure: endpoint === undefined || deployment === undefined ? null : { endpoint, deployment },
  };
}

function authOf(values: Values): Config['auth'] {
  const tenant = values.MICROSOFT_TENANT_ID;
  const issuer = values.AUTH_ISSUER ?? (tenant && `https://login.microsoftonline.com/${tenant}/v2.0`);
  const audience = values.AUTH_AUDIENCE ?? values.MICROSOFT_CLIENT_ID;
  const jwksUri = values.AUTH_JWKS_URI ?? (tenant && `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`);
  return issuer && audience && jwksUri ? { issuer, audience, jwksUri } : null;
}
