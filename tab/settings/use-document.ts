import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../backend/contracts/client.ts';
import { useSession } from '../session/session.ts';
import { type Difference, differences, type Path } from './differences.ts';
import { type DocumentName, type Read, readDocument, type SettingsDocuments, writeDocument } from './documents.ts';
import { merged } from './merge.ts';
import { type Held, keep, kept } from './unsaved.ts';

/** What somebody else saved since the document was read. */
export interface Overtaken {
  by: string | null;
  theirs: Difference[];
  /** Where both changed the same thing. */
  clashes: Path[];
}

/** Something that the server refused, with its place in the document: `policies.0.name`. */
export interface FieldFault {
  path: string;
  message: string;
}

export interface DocumentState<T> {
  name: DocumentName;
  /** As it is in force; null until it has come. */
  saved: T | null;
  /** As it would be. */
  draft: T | null;
  etag: string;
  changes: Difference[];
  /** Why it was not loaded. */
  error: unknown;
  saving: boolean;
  /** Why it was not saved, unless somebody was faster. */
  failure: unknown;
  faults: FieldFault[];
  overtaken: Overtaken | null;
  change: (edit: (before: T) => T) => void;
  discard: () => void;
  /** Answers the version that was replaced, or null where nothing was saved. */
  save: () => Promise<string | null>;
  /** Puts my changes onto what somebody else saved; nothing is saved by that. */
  reapply: () => void;
  reload: () => void;
}

/** A settings document with what somebody would change of it. A write names the version that was read. */
export function useDocument<N extends DocumentName>(name: N): DocumentState<SettingsDocuments[N]> {
  type T = SettingsDocuments[N];
  const { api, me } = useSession();
  const key = `${me.id} ${name}`;
  const [held, setHeld] = useState<Held<T> | null>(() => kept<T>(key) ?? null);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [newer, setNewer] = useState<(Read<T> & { by: string | null }) | null>(null);

  const take = useCallback(({ document, etag }: Read<T>) => {
    setHeld({ saved: document, draft: document, etag });
    setFailure(null);
    setNewer(null);
  }, []);
  const reload = useCallback(() => {
    setError(null);
    readDocument(api, name).then(take, setError);
  }, [api, name, take]);
  useEffect(() => {
    if (kept(key) === undefined) reload();
  }, [key, reload]);
  const changes = held === null ? [] : differences(held.saved, held.draft);
  const isChanged = changes.length > 0;
  useEffect(() => keep(key, isChanged ? held : null), [key, held, isChanged]);

  async function save(): Promise<string | null> {
    if (held === null) return null;
    setSaving(true);
    setFailure(null);
    try {
      take(await writeDocument(api, name, held.draft, held.etag));
      return held.etag;
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.problem.status !== 412) setFailure(problem);
      else await readNewer().catch(setFailure);
      return null;
    } finally {
      setSaving(false);
    }
  }
  async function readNewer(): Promise<void> {
    const read = await readDocument(api, name);
    const latest = await api('settingsHistory', { params: { name }, query: { limit: 1 } }).catch(() => null);
    setNewer({ ...read, by: latest?.items[0]?.by?.name ?? null });
  }
  return {
    name,
    saved: held?.saved ?? null,
    draft: held?.draft ?? null,
    etag: held?.etag ?? '',
    changes,
    error,
    saving,
    failure,
    faults: failure instanceof ProblemError ? (failure.problem.errors ?? []) : [],
    overtaken:
      held === null || newer === null
        ? null
        : {
            by: newer.by,
            theirs: differences(held.saved, newer.document),
            clashes: merged(held.saved, held.draft, newer.document).clashes,
          },
    change: (edit) => setHeld((before) => before && { ...before, draft: edit(before.draft) }),
    discard: () => (newer === null ? held && take({ document: held.saved, etag: held.etag }) : take(newer)),
    save,
    reapply: () => {
      if (held === null || newer === null) return;
      const { document } = merged(held.saved, held.draft, newer.document);
      setHeld({ saved: newer.document, draft: document, etag: newer.etag });
      setNewer(null);
    },
    reload,
  };
}
