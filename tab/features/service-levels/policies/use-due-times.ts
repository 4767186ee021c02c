import { useEffect, useState } from 'react';
import type { BusinessHours } from '../../../../backend/contracts/business-hours.ts';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import type { Api } from '../../../../ui/api.ts';
import { useSession } from '../../../session/session.ts';
import { always } from '../calendars/always.ts';
import type { Targets } from './policy.ts';

export type Due = Record<keyof Targets, string | null>;

const settleMs = 250;

/** The due times of a case that begins at `start`, as the server computes them; null until they are known. */
export function useDueTimes(calendar: CalendarSetting | null, targets: Targets | undefined, start: string) {
  const { api } = useSession();
  const [answer, setAnswer] = useState<{ asked: string; due: Due } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asked = JSON.stringify([calendar, targets, start]);
  useEffect(() => {
    const [wanted, minutes, from] = JSON.parse(asked) as [CalendarSetting | null, Targets | null, string];
    if (minutes === null || from === '') return;
    let current = true;
    const timer = setTimeout(() => {
      dueTimes(api, wanted, minutes, from).then(
        (due) => {
          if (!current) return;
          setAnswer({ asked, due });
          setError(null);
        },
        (failure: unknown) => current && setError(failure),
      );
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, asked]);
  return { due: answer?.asked === asked ? answer.due : null, error };
}

async function dueTimes(api: Api, calendar: CalendarSetting | null, targets: Targets, start: string): Promise<Due> {
  const hours = calendar === null ? always : await withHolidays(api, calendar, start);
  const due = async (minutes: number | null) => {
    if (minutes === null) return null;
    const found = await api('previewSla', { body: { calendar: hours, start, addMinutes: minutes } });
    return 'due' in found ? found.due : null;
  };
  const { firstResponse, nextResponse, resolution } = targets;
  const [first, next, last] = await Promise.all([due(firstResponse), due(nextResponse), due(resolution)]);
  return { firstResponse: first, nextResponse: next, resolution: last };
}

/** The preview knows no countries, so the country's days of the years around are written out for it. */
async function withHolidays(api: Api, calendar: CalendarSetting, start: string): Promise<BusinessHours> {
  const { tz, hours, holidays = [], breaks, extra, country } = calendar;
  const year = Number(start.slice(0, 4));
  const years = country === undefined ? [] : [year, year + 1, year + 2];
  const lists = await Promise.all(
    years.map((each) =>
      api('publicHolidays', {
        query: { country: country?.code ?? '', year: each, ...(country?.region && { region: country.region }) },
      }),
    ),
  );
  const days = [...holidays, ...lists.flatMap(({ items }) => items)];
  return { tz, hours, holidays: days, ...(breaks && { breaks }), ...(extra && { extra }) };
}
