import type { z } from 'zod';
import type { App } from '../../app/app.ts';
import { AgentsDocument, CategoriesDocument, TeamsDocument } from '../../contracts/settings.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { SettingsName } from '../../ports/settings.ts';
import type { Answer } from '../call.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

type SettingsRoutes = Pick<
  ApiHandlers,
  'findPerson' | 'readAgents' | 'writeAgents' | 'readTeams' | 'writeTeams' | 'readCategories' | 'writeCategories'
>;

export function settingsRoutes(app: App): SettingsRoutes {
  return {
    findPerson: async ({ token, params }) => ({ body: await app.findPerson(token, params.id) }),
    readAgents: () => read(app, 'agents', AgentsDocument),
    writeAgents: ({ body, ifMatch }) => write(app, 'agents', AgentsDocument, body, ifMatch),
    readTeams: () => read(app, 'teams', TeamsDocument),
    writeTeams: ({ body, ifMatch }) => write(app, 'teams', TeamsDocument, body, ifMatch),
    readCategories: () => read(app, 'categories', CategoriesDocument),
    writeCategories: ({ body, ifMatch }) => write(app, 'categories', CategoriesDocument, body, ifMatch),
  };
}

async function read<S extends z.ZodType>(app: App, name: SettingsName, schema: S): Promise<Answer<z.output<S>>> {
  const { value, etag } = await app.readSettings(name);
  return { body: schema.parse(value), etag };
}

async function write<S extends z.ZodType>(
  app: App,
  name: SettingsName,
  schema: S,
  document: z.output<S>,
  ifMatch: IfMatch | undefined,
): Promise<Answer<z.output<S>>> {
  const present = async () => (await app.readSettings(name)).etag;
  const version = (await versionToMatch(ifMatch, present)) ?? (await present());
  try {
    const { value, etag } = await app.writeSettings(name, document, version);
    return { body: schema.parse(value), etag };
  } catch (error) {
    if (!isFailure(error, 'stale')) throw error;
    const { value, etag } = await app.readSettings(name);
    throw new Failure('stale', error.message, { current: { ...Object(schema.parse(value)), etag }, cause: error });
  }
}
