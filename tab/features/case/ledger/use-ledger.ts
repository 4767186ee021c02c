import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Ledger } from '../../../../backend/contracts/sla-ledger.ts';
import { useSession } from '../../../session/session.ts';

const refreshMs = 60_000;

/** Why the case's due times are what they are; asked anew with every change of the case and every minute. */
export function useLedger({ id, etag }: Case): { ledger: Ledger | null; error: unknown } {
  const { api } = useSession();
  const [ledger, setLedger] = useState<Ledger | null>(null);
  const [error, setError] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the case has another ledger.
  useEffect(() => {
    let gone = false;
    const load = () =>
      api('caseLedger', { params: { id } }).then(
        (found) => {
          if (gone) return;
          setLedger(found);
          setError(null);
        },
        (failure: unknown) => !gone && setError(failure),
      );
    load();
    const timer = setInterval(load, refreshMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [api, id, etag]);
  return { ledger, error };
}
