import type { z } from 'zod';
import type { App } from '../../app/app.ts';
import { Notifications } from '../../contracts/notifications.ts';
import {
  AgentsDocument,
  CategoriesDocument,
  MailboxesDocument,
  RetentionDocument,
  TeamsDocument,
} from '../../contracts/settings.ts';
import { CalendarsDocument, SlaPoliciesDocument } from '../../contracts/sla-settings.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { SettingsName } from '../../ports/settings.ts';
import type { Answer } from '../call.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

type SettingsRoutes = Pick<
  ApiHandlers,
  | 'findPerson'
  | 'readAgents'
  | 'writeAgents'
  | 'readTeams'
  | 'writeTeams'
  | 'readCategories'
  | 'writeCategories'
  | 'readMailboxes'
  | 'writeMailboxes'
  | 'readSlaPolicies'
  | 'writeSlaPolicies'
  | 'readCalendars'
  | 'writeCalendars'
  | 'readRetention'
  | 'writeRetention'
  | 'readNoticeSettings'
  | 'writeNoticeSettings'
  | 'previewRetention'
>;

export function settingsRoutes(app: App): SettingsRoutes {
  return {
    readNoticeSettings: () => readDocument(app, 'notifications', Notifications),
    writeNoticeSettings: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'notifications', Notifications, body, ifMatch),
    readRetention: () => readDocument(app, 'retention', RetentionDocument),
    writeRetention: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'retention', RetentionDocument, body, ifMatch),
    previewRetention: async ({ body }) => ({ body: await app.countPastRetention(body.closedCasesDays) }),
    findPerson: async ({ token, params }) => ({ body: await app.findPerson(token, params.id) }),
    readAgents: () => readDocument(app, 'agents', AgentsDocument),
    writeAgents: ({ actor, body, ifMatch }) => writeDocument(app, actor, 'agents', AgentsDocument, body, ifMatch),
    readTeams: () => readDocument(app, 'teams', TeamsDocument),
    writeTeams: ({ actor, body, ifMatch }) => writeDocument(app, actor, 'teams', TeamsDocument, body, ifMatch),
    readCategories: () => readDocument(app, 'categories', CategoriesDocument),
    writeCategories: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'categories', CategoriesDocument, body, ifMatch),
    readMailboxes: () => readDocument(app, 'mailboxes', MailboxesDocument),
    writeMailboxes: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'mailboxes', MailboxesDocument, body, ifMatch),
    readSlaPolicies: () => readDocument(app, 'sla-policies', SlaPoliciesDocument),
    writeSlaPolicies: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'sla-policies', SlaPoliciesDocument, body, ifMatch),
    readCalendars: () => readDocument(app, 'calendars', CalendarsDocument),
    writeCalendars: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'calendars', CalendarsDocument, body, ifMatch),
  };
}

export async function readDocument<S extends z.ZodType>(
  app: App,
  name: SettingsName,
  schema: S,
): Promise<Answer<z.output<S>>> {
  const { value, etag } = await app.readSettings(name);
  return { body: schema.parse(value), etag };
}

/** How a document is stored, where more must hold than its form. */
type Save<T> = (document: T, version: string) => Promise<Versioned<unknown>>;

export async function writeDocument<S extends z.ZodType>(
  app: App,
  actor: Actor,
  name: SettingsName,
  schema: S,
  document: z.output<S>,
  ifMatch: IfMatch | undefined,
  save: Save<z.output<S>> = (value, version) => app.writeSettings(actor, name, value, version),
): Promise<Answer<z.output<S>>> {
  const present = async () => (await app.readSettings(name)).etag;
  const version = (await versionToMatch(ifMatch, present)) ?? (await present());
  try {
    const { value, etag } = await save(document, version);
    return { body: schema.parse(value), etag };
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    const { value, etag } = await app.readSettings(name);
    throw new Failure('stale', error.message, { current: { ...Object(schema.parse(value)), etag }, cause: error });
  }
}
