import { useEffect, useState } from 'react';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { useSession } from '../../../session/session.ts';

const settleMs = 300;

/** Public holidays of the calendar's country in a year, by date. `error` says why there are none. */
export function usePublicDays(country: CalendarSetting['country'], year: number) {
  const { api } = useSession();
  const [found, setFound] = useState<{ days: ReadonlyMap<string, string>; error: unknown }>(nothing);
  const [code, region] = [country?.code ?? '', country?.region ?? ''];
  useEffect(() => {
    setFound(nothing);
    if (code === '') return;
    let current = true;
    const timer = setTimeout(() => {
      api('publicHolidays', { query: { country: code, year, ...(region !== '' && { region }) } }).then(
        ({ items }) => current && setFound({ days: new Map(items.map(({ date, name }) => [date, name])), error: null }),
        (error: unknown) => current && setFound({ ...nothing, error }),
      );
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, code, region, year]);
  return found;
}

const nothing = { days: new Map<string, string>(), error: null as unknown };
