import { useEffect, useState } from 'react';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { EditableReport } from '../../../../backend/contracts/report.ts';
import { useSession } from '../../../session/session.ts';
import { ownZone } from '../period.ts';
import { words } from './words.ts';

export interface EditedReport {
  /** Null until it has come. */
  draft: EditableReport | null;
  changed: boolean;
  saving: boolean;
  error: unknown;
  saveError: unknown;
  /** Somebody else changed it since it was read. */
  overtaken: boolean;
  edit: (part: Partial<EditableReport>) => void;
  /** Answers its id once it is kept, or null. */
  save: () => Promise<string | null>;
  remove: () => Promise<boolean>;
}

const fresh: EditableReport = {
  name: words.freshName,
  shared: false,
  question: {
    measures: ['created', 'resolved', 'firstResponseMedian', 'slaMetPercent'],
    by: 'team',
    interval: null,
    filter: {},
    period: '30d',
    zone: ownZone,
    clock: 'business',
  },
};

/** A report with what somebody would change of it; `id` null for one that is not kept yet. */
export function useReport(id: string | null): EditedReport {
  const { api } = useSession();
  const [saved, setSaved] = useState<EditableReport | null>(null);
  const [draft, setDraft] = useState<EditableReport | null>(id === null ? fresh : null);
  const [etag, setEtag] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [saveError, setSaveError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    if (id === null) return;
    api('getReport', { params: { id } }).then((found) => {
      const { name, shared, question } = found;
      setSaved({ name, shared, question });
      setDraft({ name, shared, question });
      setEtag(found.etag);
    }, setError);
  }, [api, id]);
  const overtaken = saveError instanceof ProblemError && saveError.problem.status === 412;
  const versionNow = async (reportId: string) =>
    overtaken ? (await api('getReport', { params: { id: reportId } })).etag : etag;
  const save = async () => {
    if (draft === null) return null;
    setSaving(true);
    try {
      const kept =
        id === null
          ? await api('createReport', { body: draft })
          : await api('replaceReport', { params: { id }, body: draft, ifMatch: await versionNow(id) });
      setSaved(draft);
      setEtag(kept.etag);
      setSaveError(null);
      return kept.id;
    } catch (failure) {
      setSaveError(failure);
      return null;
    } finally {
      setSaving(false);
    }
  };
  const remove = async () => {
    if (id === null) return true;
    try {
      await api('deleteReport', { params: { id }, ifMatch: await versionNow(id) });
      return true;
    } catch (failure) {
      setSaveError(failure);
      return false;
    }
  };
  const edit = (part: Partial<EditableReport>) => setDraft((before) => before && { ...before, ...part });
  const changed = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  return { draft, changed, saving, error, saveError, overtaken, edit, save, remove };
}
