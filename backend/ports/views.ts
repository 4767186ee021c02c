import type { Versioned } from '../domain/case/case.ts';
import type { Instant } from '../domain/mail/mail.ts';

/** A filter and order of the case list that somebody keeps under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** Who made it. */
  ownerId: string;
  /** True: everybody sees it; only its owner and managers change it. */
  shared: boolean;
  /** The list's query, as in its address. */
  query: string;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Views {
  all(): Promise<Versioned<SavedView>[]>;
  get(id: string): Promise<Versioned<SavedView> | undefined>;
  /** @param ifMatch version it must have; null for one that must not be there yet @throws Failure `stale` */
  put(view: SavedView, ifMatch: string | null): Promise<Versioned<SavedView>>;
  /** @throws Failure `stale` */
  remove(id: string, ifMatch: string): Promise<void>;
}
