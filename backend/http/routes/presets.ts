import type { App } from '../../app/app.ts';
import type { PresetList } from '../../contracts/settings.ts';
import { CategoriesDocument } from '../../contracts/settings.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { writeDocument } from './settings.ts';

export function presetRoutes(app: App): Pick<ApiHandlers, 'listPresets' | 'applyPreset'> {
  return {
    listPresets: async () => {
      const items = app.listPresets().map((preset) => ({ ...preset })) as PresetList['items'];
      return { body: { items, total: items.length } };
    },
    applyPreset: async ({ actor, params, ifMatch }) => {
      const apply = (_: unknown, version: string) => app.applyPreset(actor, params.id, version);
      return writeDocument(app, actor, 'categories', CategoriesDocument, { categories: [] }, ifMatch, apply);
    },
  };
}
