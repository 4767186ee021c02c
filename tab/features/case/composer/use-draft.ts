import { useState } from 'react';
import type { DraftReply } from '../../../../backend/contracts/knowledge.ts';
import { useSession } from '../../../session/session.ts';
import { useKeys } from '../../../shell/keys.ts';

/** A reply that the analyst drafts, with what each sentence rests on. Nothing of it is sent by itself. */
export interface Draft {
  /** The last one, or null. */
  made: DraftReply | null;
  busy: boolean;
  error: unknown;
  ask: () => void;
  dismiss: () => void;
}

export function useDraft(caseId: string, onText: (text: string) => void): Draft {
  const { api } = useSession();
  const [made, setMade] = useState<DraftReply | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ask = () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    api('draftReply', { params: { id: caseId }, body: {} })
      .then((draft) => {
        setMade(draft);
        onText(draft.text);
      }, setError)
      .finally(() => setBusy(false));
  };
  useKeys({ d: ask });
  return {
    made,
    busy,
    error,
    ask,
    dismiss: () => {
      setMade(null);
      setError(null);
    },
  };
}
