import type { Versioned } from '../domain/case/case.ts';
import type { Instant } from '../domain/mail/mail.ts';
import type { SettingsName } from '../domain/vocabulary.ts';

export type { SettingsName };

/** Who wrote a version of a document, and when. */
export interface Authored {
  at: Instant;
  by: { id: string; name: string };
}

/** A version of a document; nobody has authored what the product came with. */
export interface SettingsVersion extends Versioned<unknown> {
  authored: Authored | null;
}

export interface SettingsChange {
  name: SettingsName;
  document: unknown;
  ifMatch: string;
}

/** One JSON document a name, replaced as a whole; the versions before are kept for a while. */
export interface SettingsStore {
  read(name: SettingsName): Promise<Versioned<unknown>>;
  /** @throws Failure `stale` with the current document */
  write(name: SettingsName, document: unknown, ifMatch: string, authored?: Authored): Promise<Versioned<unknown>>;
  /** Replaces all of the documents, each named once, or none. @throws Failure `stale` with the first that has changed */
  writeAll(changes: readonly SettingsChange[], authored?: Authored): Promise<Versioned<unknown>[]>;
  /** The present version and those before it that are kept, newest first. */
  versions(name: SettingsName): Promise<SettingsVersion[]>;
}
