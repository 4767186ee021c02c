import { useCallback, useEffect, useState } from 'react';
import type { Learning } from '../../../backend/contracts/ai.ts';
import { useSession } from '../../session/session.ts';
import { words } from './words.ts';

interface Trouble {
  what: string;
  error: unknown;
}

interface LoadedLearning {
  learning: Learning | null;
  busy: boolean;
  trouble: Trouble | null;
  reload: () => void;
  learn: () => void;
}

/** What was learned; an administrator learns anew. */
export function useLearning(): LoadedLearning {
  const { api } = useSession();
  const [learning, setLearning] = useState<Learning | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const take = useCallback(async (what: string, answer: Promise<Learning>) => {
    setBusy(true);
    setTrouble(null);
    try {
      setLearning(await answer);
    } catch (error) {
      setTrouble({ what, error });
    }
    setBusy(false);
  }, []);
  const reload = useCallback(() => take(words.notLoaded, api('learningState', {})), [api, take]);
  useEffect(() => {
    reload();
  }, [reload]);
  return { learning, busy, trouble, reload, learn: () => take(words.notLearned, api('learn', {})) };
}
