import { z } from 'zod';
import { settingsNames } from '../domain/vocabulary.ts';
import { Instant, line } from './common.ts';

const name = z.enum(settingsNames);
const version = line(20).meta({ description: 'as in the ETag' });
const change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
const fault = z.object({ path: z.string(), message: z.string() });

export const HistoryQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  after: version.optional(),
});

/** A version of a document, and what it changed. */
export const SettingsVersionItem = z.object({
  version,
  at: Instant.nullable().meta({ description: 'null for what the product came with' }),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  changes: z.array(change).nullable().meta({ description: 'null where the version before it is not kept' }),
});
export type SettingsVersionItem = z.infer<typeof SettingsVersionItem>;

export const SettingsHistory = z.object({
  items: z.array(SettingsVersionItem),
  total: z.int(),
  next: z.string().optional(),
});
export type SettingsHistory = z.infer<typeof SettingsHistory>;

export const SettingsVersion = SettingsVersionItem.omit({ changes: true }).extend({ document: z.unknown() });
export type SettingsVersion = z.infer<typeof SettingsVersion>;

/** Takes documents back to earlier versions: all of them or none. */
export const RestoreSettings = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        name,
        version,
        replaces: version.meta({ description: 'the present version that it replaces' }),
      }),
    )
    .min(1)
    .max(settingsNames.length),
});

export const SettingsReplaced = z.object({
  documents: z.array(
    z.object({ name, before: version.meta({ description: 'the version that was replaced' }), version }),
  ),
});
export type SettingsReplaced = z.infer<typeof SettingsReplaced>;

/** All settings in one file. */
export const SettingsFile = z.strictObject({
  format: z.literal('handyconnect-settings'),
  release: z.literal(1),
  exportedAt: Instant.optional(),
  documents: z
    .partialRecord(name, z.unknown())
    .meta({ description: 'by name; addresses of webhooks may be secret, so that only their server is named' }),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

export const SettingsImport = z.strictObject({
  file: SettingsFile,
  replaces: z
    .partialRecord(name, version)
    .meta({ description: 'the documents to take over, each with the present version that it replaces' }),
});

/** What a file would change. */
export const SettingsImportPreview = z.object({
  documents: z.array(
    z.object({
      name,
      version: version.meta({ description: 'the present version' }),
      changes: z.array(change),
      faults: z.array(fault).meta({ description: 'a document with faults is not taken over' }),
    }),
  ),
});
export type SettingsImportPreview = z.infer<typeof SettingsImportPreview>;
