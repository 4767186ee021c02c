import type { App } from '../app/app.ts';
import { settingsDocuments } from '../contracts/settings-documents.ts';
import type { SettingsFile, SettingsImportPreview } from '../contracts/settings-history.ts';
import { documentChanges } from '../domain/audit/document-changes.ts';
import { type FieldFault, isFailure } from '../domain/failure.ts';
import { putBack, withhold } from '../domain/settings/withheld.ts';
import { type SettingsName, settingsNames } from '../domain/vocabulary.ts';
import { check } from './plain-faults.ts';

/** A document of a file, made whole, with what is wrong with its form. */
export interface FileDocument {
  name: SettingsName;
  document: unknown;
  present: { value: unknown; etag: string };
  faults: FieldFault[];
}

export async function settingsFile(app: App, exportedAt: string): Promise<SettingsFile> {
  const documents: SettingsFile['documents'] = {};
  for (const name of settingsNames) {
    documents[name] = withhold(settingsDocuments[name].parse((await app.readSettings(name)).value));
  }
  return { format: 'handyconnect-settings', release: 1, exportedAt, documents };
}

export async function readFile(app: App, { documents }: SettingsFile): Promise<FileDocument[]> {
  const named = settingsNames.filter((name) => documents[name] !== undefined);
  return Promise.all(
    named.map(async (name) => {
      const present = await app.readSettings(name);
      const { document, faults } = putBack(documents[name], present.value);
      const formed = inForm(name, document);
      return { name, present, document: formed.document, faults: [...faults, ...formed.faults] };
    }),
  );
}

/** What a file would change; the documents in good form are also held against each other. */
export async function previewFile(app: App, file: SettingsFile): Promise<SettingsImportPreview> {
  const read = await readFile(app, file);
  const faults = await app.checkSettings(read.filter((one) => one.faults.length === 0));
  const documents = read.map(({ name, document, present, faults: ofForm }) => ({
    name,
    version: present.etag,
    changes: documentChanges(settingsDocuments[name].safeParse(present.value).data ?? present.value, document),
    faults: [...ofForm, ...faults.filter((fault) => fault.name === name)].map(({ path, message }) => ({
      path,
      message,
    })),
  }));
  return { documents };
}

export function inForm(name: SettingsName, document: unknown): { document: unknown; faults: FieldFault[] } {
  try {
    return { document: check(settingsDocuments[name], document, `The document ${name}`), faults: [] };
  } catch (error) {
    if (!isFailure(error, 'invalid')) throw error;
    return { document, faults: error.faults };
  }
}
