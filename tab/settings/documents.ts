import type { EndpointName } from '../../backend/contracts/endpoints.ts';
import type { SettingsDocuments } from '../../backend/contracts/settings-documents.ts';
import type { Api } from '../../ui/api.ts';

export type { SettingsDocuments };
export type DocumentName = keyof SettingsDocuments;

/** The routes of each document. */
const routes = {
  agents: ['readAgents', 'writeAgents'],
  teams: ['readTeams', 'writeTeams'],
  categories: ['readCategories', 'writeCategories'],
  templates: ['readTemplates', 'writeTemplates'],
  rules: ['readRules', 'writeRules'],
  macros: ['readMacros', 'writeMacros'],
  mailboxes: ['readMailboxes', 'writeMailboxes'],
  ai: ['readAi', 'writeAi'],
  'sla-policies': ['readSlaPolicies', 'writeSlaPolicies'],
  calendars: ['readCalendars', 'writeCalendars'],
  retention: ['readRetention', 'writeRetention'],
  notifications: ['readNoticeSettings', 'writeNoticeSettings'],
} as const satisfies Record<DocumentName, readonly [EndpointName, EndpointName]>;

/** A document with its version. */
export interface Read<T> {
  document: T;
  etag: string;
}

export async function readDocument<N extends DocumentName>(api: Api, name: N): Promise<Read<SettingsDocuments[N]>> {
  let etag = '';
  const document = await api(routes[name][0], { onEtag: (read) => (etag = read) });
  return { document: document as SettingsDocuments[N], etag };
}

export async function writeDocument<N extends DocumentName>(
  api: Api,
  name: N,
  document: SettingsDocuments[N],
  ifMatch: string,
): Promise<Read<SettingsDocuments[N]>> {
  let etag = '';
  // The table pairs each name with the route of its own document.
  const input = { body: document, ifMatch, onEtag: (written: string) => (etag = written) };
  const written = await api(routes[name][1] as 'writeTeams', input as never);
  return { document: written as unknown as SettingsDocuments[N], etag };
}
