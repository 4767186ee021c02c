import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../../backend/contracts/client.ts';
import { countChanges } from './count-changes.ts';

/** How a document is read and written; `onEtag` hears its version. */
export interface DocumentCalls<T> {
  /** Names the person and the document: under it unsaved changes are kept while somebody looks at another page. */
  key: string;
  read: (onEtag: (etag: string) => void) => Promise<readonly T[]>;
  write: (items: readonly T[], ifMatch: string, onEtag: (etag: string) => void) => Promise<readonly T[]>;
}

export interface Draft<T> {
  /** As it is in force; null until it has come. */
  saved: readonly T[] | null;
  /** As it would be. */
  items: readonly T[];
  changes: number;
  error: unknown;
  /** Somebody else saved since this was read. */
  overtaken: boolean;
  saving: boolean;
  set: (items: readonly T[]) => void;
  discard: () => void;
  save: () => void;
  /** Over what somebody else saved. */
  saveAnyway: () => void;
  reload: () => void;
}

interface Kept<T> {
  saved: readonly T[];
  items: readonly T[];
  etag: string;
}

const unsaved = new Map<string, Kept<unknown>>();

/** A settings document with what somebody would change of it. `calls` must stay the same object. */
export function useDraft<T extends { id: string }>(calls: DocumentCalls<T>): Draft<T> {
  const [kept] = useState(() => unsaved.get(calls.key) as Kept<T> | undefined);
  const [saved, setSaved] = useState<readonly T[] | null>(kept?.saved ?? null);
  const [etag, setEtag] = useState(kept?.etag ?? '');
  const [items, setItems] = useState<readonly T[]>(kept?.items ?? []);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const take = useCallback((found: readonly T[]) => {
    setSaved(found);
    setItems(found);
    setError(null);
  }, []);
  const reload = useCallback(() => void calls.read(setEtag).then(take, setError), [calls, take]);
  useEffect(() => {
    if (kept === undefined) reload();
  }, [kept, reload]);
  const changes = saved === null ? 0 : countChanges(saved, items);
  useEffect(() => {
    if (saved === null) return;
    if (changes === 0) unsaved.delete(calls.key);
    else unsaved.set(calls.key, { saved, items, etag });
  }, [calls, saved, items, etag, changes]);
  const write = (ifMatch: () => Promise<string>) => {
    setSaving(true);
    ifMatch()
      .then((version) => calls.write(items, version, setEtag))
      .then(take, setError)
      .finally(() => setSaving(false));
  };
  const present = async () => {
    let version = '';
    await calls.read((read) => {
      version = read;
    });
    return version;
  };
  return {
    saved,
    items,
    changes,
    error,
    overtaken: error instanceof ProblemError && error.problem.status === 412,
    saving,
    set: setItems,
    discard: () => saved !== null && take(saved),
    save: () => write(async () => etag),
    saveAnyway: () => write(present),
    reload,
  };
}
