import type { Instant } from '../domain/mail/mail.ts';

/**
 * Long work over many things, on record so that another process can go on with it: a record of how far it has come, and
 * lists that belong to it, by kind.
 */
export interface KeptRuns<R extends { id: string; at: Instant }, P extends object> {
  put(record: R): Promise<void>;
  get(id: string): Promise<R | undefined>;
  /** With everything that belongs to it. */
  remove(id: string): Promise<void>;
  /** The newest first. */
  all(): Promise<R[]>;
  /** In place of what was kept of the kind. */
  putParts<K extends keyof P & string>(id: string, kind: K, items: readonly P[K][]): Promise<void>;
  /** Behind the first `from` items of the kind. A list is either put or added to. Adding the same again changes nothing. */
  addParts<K extends keyof P & string>(id: string, kind: K, from: number, items: readonly P[K][]): Promise<void>;
  parts<K extends keyof P & string>(id: string, kind: K): Promise<P[K][]>;
}
