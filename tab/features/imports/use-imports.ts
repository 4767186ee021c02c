import { useCallback, useEffect, useState } from 'react';
import type { Import } from '../../../backend/contracts/imports.ts';
import { base64 } from '../../../ui/base64.ts';
import { useSession } from '../../session/session.ts';

const askEveryMs = 500;

export interface Imports {
  /** The newest first; null until they have come. */
  items: Import[] | null;
  error: unknown;
  reload: () => void;
}

export function useImports(): Imports {
  const { api } = useSession();
  const [items, setItems] = useState<Import[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const reload = useCallback(() => {
    setError(null);
    api('listImports', {}).then((list) => setItems(list.items), setError);
  }, [api]);
  useEffect(reload, [reload]);
  return { items, error, reload };
}

/** Reads a file; nothing is made of it yet. `reading` is its name meanwhile. */
export function useFileReading(then: (id: string) => void) {
  const { api } = useSession();
  const [reading, setReading] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const read = async (file: File) => {
    setReading(file.name);
    setError(null);
    try {
      const body = { name: file.name, content: await base64(file) };
      then((await api('readImport', { body, idempotencyKey: crypto.randomUUID() })).id);
    } catch (failure) {
      setError(failure);
    } finally {
      setReading(null);
    }
  };
  return { reading, error, read, clearError: () => setError(null) };
}

export interface OneImport {
  value: Import | null;
  error: unknown;
  /** Something that was asked for has not been answered yet. */
  busy: boolean;
  check: (part: Partial<Pick<Import, 'mapping' | 'existing'>>) => void;
  run: () => void;
  undo: () => void;
  reload: () => void;
}

/** One import, asked for again and again while it is under way. */
export function useImport(id: string): OneImport {
  const { api } = useSession();
  const [value, setValue] = useState<Import | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const params = { id };
  const reload = useCallback(() => {
    setError(null);
    api('getImport', { params: { id } }).then(setValue, setError);
  }, [api, id]);
  useEffect(reload, [reload]);
  const going = value?.state === 'running' || value?.state === 'undoing';
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(
      () => void api('getImport', { params: { id } }).then(setValue, () => undefined),
      askEveryMs,
    );
    return () => clearInterval(timer);
  }, [api, id, going]);
  const act = (ask: Promise<Import>) => {
    setBusy(true);
    setError(null);
    ask.then(setValue, setError).finally(() => setBusy(false));
  };
  return {
    value,
    error,
    busy,
    check: (part) => {
      if (value === null) return;
      const { mapping, existing } = { ...value, ...part };
      act(api('checkImport', { params, body: { mapping, existing } }));
    },
    run: () => act(api('runImport', { params })),
    undo: () => act(api('undoImport', { params })),
    reload,
  };
}
