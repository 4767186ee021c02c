import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { CategoriesDocument, PresetList } from '../settings.ts';

export const presetEndpoints = {
  listPresets: {
    method: 'GET',
    path: '/api/settings/presets',
    summary: 'Category trees with fields, task templates and teams, to begin with',
    tag: 'Settings',
    permission: 'settings.read',
    response: PresetList,
    success: 200,
  },
  applyPreset: {
    method: 'PUT',
    path: '/api/settings/categories/preset/{id}',
    summary: 'Replace the category tree by that of a preset and add its teams; If-Match names the version of the tree',
    tag: 'Settings',
    permission: 'settings.write',
    params: z.object({ id: z.string().min(1).max(64) }),
    response: CategoriesDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
} as const satisfies Record<string, Endpoint>;
