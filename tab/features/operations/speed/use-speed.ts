import { useCallback, useEffect, useRef, useState } from 'react';
import type { Speed } from '../../../../backend/contracts/speed.ts';
import { useSession } from '../../../session/session.ts';

const everyMs = 5_000;

interface LoadedSpeed {
  speed: Speed | null;
  /** Requests a second between the last two readings; null before there are two of the same process. */
  perSecond: number | null;
  error: unknown;
  reload: () => void;
}

/** How the process is doing, read anew while somebody looks. */
export function useSpeed(): LoadedSpeed {
  const { api } = useSession();
  const [readings, setReadings] = useState<{ last: Speed | null; before: Speed | null }>({ last: null, before: null });
  const [error, setError] = useState<unknown>(null);
  const asking = useRef(false);
  const reload = useCallback(() => {
    if (asking.current || document.hidden) return;
    asking.current = true;
    api('readSpeed', {})
      .then((speed) => {
        setReadings(({ last }) => ({ last: speed, before: last }));
        setError(null);
      }, setError)
      .finally(() => {
        asking.current = false;
      });
  }, [api]);
  useEffect(() => {
    reload();
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [reload]);
  return { speed: readings.last, perSecond: rateOf(readings.last, readings.before), error, reload };
}

function rateOf(last: Speed | null, before: Speed | null): number | null {
  if (last === null || before === null) return null;
  const requests = last.requests.count - before.requests.count;
  const seconds = (Date.parse(last.asOf) - Date.parse(before.asOf)) / 1_000;
  // Fewer than before: another process answered, or this one began anew.
  return requests < 0 || seconds <= 0 ? null : requests / seconds;
}
