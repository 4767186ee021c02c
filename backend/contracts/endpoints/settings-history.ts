import { z } from 'zod';
import { settingsNames } from '../../domain/vocabulary.ts';
import type { Endpoint } from '../endpoint.ts';
import {
  HistoryQuery,
  RestoreSettings,
  SettingsFile,
  SettingsHistory,
  SettingsImport,
  SettingsImportPreview,
  SettingsReplaced,
  SettingsVersion,
} from '../settings-history.ts';

const document = z.object({ name: z.enum(settingsNames) });

export const settingsHistoryEndpoints = {
  settingsHistory: {
    method: 'GET',
    path: '/api/settings/{name}/history',
    summary: 'Who changed these settings when, and how; newest first, the present version at the top',
    tag: 'Settings',
    permission: 'operations.read',
    params: document,
    query: HistoryQuery,
    response: SettingsHistory,
    success: 200,
  },
  settingsVersion: {
    method: 'GET',
    path: '/api/settings/{name}/history/{version}',
    summary: 'An earlier version of these settings',
    tag: 'Settings',
    permission: 'operations.read',
    params: document.extend({ version: z.string().regex(/^\d{1,10}$/) }),
    response: SettingsVersion,
    success: 200,
  },
  restoreSettings: {
    method: 'POST',
    path: '/api/settings/restore',
    summary:
      'Take settings back to earlier versions, all of those named or none; itself a change that can be taken back',
    tag: 'Settings',
    permission: 'settings.write',
    body: RestoreSettings,
    response: SettingsReplaced,
    success: 200,
    idempotencyKey: 'answer',
  },
  exportSettings: {
    method: 'GET',
    path: '/api/settings/export',
    summary: 'All settings in one file, without secrets',
    tag: 'Settings',
    permission: 'settings.write',
    response: SettingsFile,
    success: 200,
  },
  previewSettingsImport: {
    method: 'POST',
    path: '/api/settings/import/preview',
    summary: 'What a file of settings would change, and what is wrong with it; changes nothing',
    tag: 'Settings',
    permission: 'settings.write',
    body: SettingsFile,
    response: SettingsImportPreview,
    success: 200,
  },
  importSettings: {
    method: 'POST',
    path: '/api/settings/import',
    summary: 'Take over documents of a file, all of those named or none',
    tag: 'Settings',
    permission: 'settings.write',
    body: SettingsImport,
    response: SettingsReplaced,
    success: 200,
    idempotencyKey: 'answer',
  },
} as const satisfies Record<string, Endpoint>;
