import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';
import type { Firings } from '../../../backend/contracts/workflow-trials.ts';
import { useSession } from '../../session/session.ts';

export type RuleFirings = Firings['items'][number];

export interface LoadedRules {
  /** As the server has them; null until they have come. */
  saved: RulesDocument | null;
  /** With what this person changed. */
  draft: RulesDocument | null;
  change: (edit: (rules: Rule[]) => Rule[]) => void;
  discard: () => void;
  error: unknown;
  reload: () => void;
  saving: boolean;
  saveError: unknown;
  /** Somebody else saved in between; nothing of ours was. */
  stale: boolean;
  /** `anyway`: over what somebody else saved. Answers whether it is saved. */
  save: (how?: 'anyway') => Promise<boolean>;
  /** Null until counted. */
  firings: RuleFirings[] | null;
  firingsError: unknown;
}

/** A draft outlives a look at a case; it belongs to one person, and was made from one version. */
let kept: { by: string; draft: RulesDocument; version: string } | null = null;

/** The rules with a draft of them. A write names the version it was made from. */
export function useRules(): LoadedRules {
  const { api, me } = useSession();
  const [saved, setSaved] = useState<RulesDocument | null>(null);
  const [draft, setDraft] = useState<RulesDocument | null>(null);
  const [version, setVersion] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const [saveError, setSaveError] = useState<unknown>(null);
  const [firings, setFirings] = useState<RuleFirings[] | null>(null);
  const [firingsError, setFiringsError] = useState<unknown>(null);

  const reload = useCallback(() => {
    setError(null);
    setSaveError(null);
    let etag = '';
    api('readRules', { onEtag: (read) => (etag = read) }).then((found) => {
      const own = kept?.by === me.id ? kept : null;
      setSaved(found);
      setDraft(own?.draft ?? found);
      setVersion(own?.version ?? etag);
    }, setError);
    api('listFirings', {}).then(({ items }) => setFirings(items), setFiringsError);
  }, [api, me.id]);
  useEffect(reload, [reload]);

  const change = (edit: (rules: Rule[]) => Rule[]) =>
    setDraft((before) => {
      if (before === null) return null;
      const draft = { ...before, rules: edit(before.rules) };
      kept = { by: me.id, draft, version };
      return draft;
    });
  const discard = () => {
    kept = null;
    reload();
  };
  const save = async (how?: 'anyway') => {
    if (draft === null) return false;
    setSaving(true);
    setSaveError(null);
    try {
      let ifMatch = version;
      if (how === 'anyway') await api('readRules', { onEtag: (etag) => (ifMatch = etag) });
      const written = await api('writeRules', { body: draft, ifMatch, onEtag: setVersion });
      kept = null;
      setSaved(written);
      setDraft(written);
      return true;
    } catch (failure) {
      setSaveError(failure);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const stale = saveError instanceof ProblemError && saveError.problem.status === 412;
  return { saved, draft, change, discard, error, reload, saving, saveError, stale, save, firings, firingsError };
}
