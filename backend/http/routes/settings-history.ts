import type { App } from '../../app/app.ts';
import type { HistoryItem } from '../../app/settings/settings-use-cases.ts';
import type { SettingsHistory, SettingsReplaced } from '../../contracts/settings-history.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { Failure, type FieldFault } from '../../domain/failure.ts';
import type { SettingsChange } from '../../ports/settings.ts';
import { inForm, previewFile, readFile, settingsFile } from '../settings-file.ts';
import type { ApiHandlers } from './api-handlers.ts';

type HistoryRoutes = Pick<
  ApiHandlers,
  | 'settingsHistory'
  | 'settingsVersion'
  | 'restoreSettings'
  | 'exportSettings'
  | 'previewSettingsImport'
  | 'importSettings'
>;

export function settingsHistoryRoutes(app: App, now: () => string): HistoryRoutes {
  return {
    settingsHistory: async ({ params, query }) => ({ body: pageOf(await app.settingsHistory(params.name), query) }),
    settingsVersion: async ({ params: { name, version } }) => {
      const { value, authored } = await app.settingsVersion(name, version);
      return { body: { version, at: authored?.at ?? null, by: authored?.by ?? null, document: value } };
    },
    restoreSettings: async ({ actor, body }) => {
      const changes = body.documents.map(async ({ name, version, replaces }) => {
        const { document, faults } = inForm(name, (await app.settingsVersion(name, version)).value);
        refuse(name, faults);
        return { name, document, ifMatch: replaces };
      });
      return { body: await replace(app, actor, await Promise.all(changes)) };
    },
    exportSettings: async ({ actor }) => {
      const file = await settingsFile(app, now());
      await app.noteExport(actor, { list: 'settings', format: 'json', filters: '' });
      return { body: file, headers: { 'Content-Disposition': 'attachment; filename="handyconnect-settings.json"' } };
    },
    previewSettingsImport: async ({ body }) => ({ body: await previewFile(app, body) }),
    importSettings: async ({ actor, body: { file, replaces } }) => {
      const wanted = (await readFile(app, file)).filter(({ name }) => replaces[name] !== undefined);
      const changes = wanted.map(({ name, document, faults }) => {
        refuse(name, faults);
        return { name, document, ifMatch: replaces[name] ?? '' };
      });
      return { body: await replace(app, actor, changes) };
    },
  };
}

function pageOf(all: HistoryItem[], { limit, after }: { limit: number; after?: string | undefined }): SettingsHistory {
  const from = after === undefined ? 0 : all.findIndex(({ version }) => Number(version) < Number(after));
  const items = from === -1 ? [] : all.slice(from, from + limit);
  const last = items.at(-1);
  return {
    items: items.map(({ version, authored, changes }) => ({
      version,
      at: authored?.at ?? null,
      by: authored?.by ?? null,
      changes: changes?.map(({ field, from: was, to }) => ({ field, from: was, to })) ?? null,
    })),
    total: all.length,
    ...(last !== undefined && last !== all.at(-1) && { next: last.version }),
  };
}

async function replace(app: App, actor: Actor, changes: SettingsChange[]): Promise<SettingsReplaced> {
  if (changes.length === 0) return { documents: [] };
  const names = changes.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    throw new Failure('invalid', 'A document is named twice.', {
      faults: [{ path: 'documents', message: 'must name each document once' }],
    });
  }
  const written = await app.replaceSettings(actor, changes);
  return {
    documents: changes.map(({ name, ifMatch }, i) => ({ name, before: ifMatch, version: written[i]?.etag ?? '' })),
  };
}

/** @throws Failure `invalid` */
function refuse(name: string, faults: FieldFault[]): void {
  if (faults.length === 0) return;
  const named = faults.map(({ path, message }) => ({ path: `${name}.${path}`, message }));
  throw new Failure('invalid', `The document ${name} is not valid.`, { faults: named });
}
