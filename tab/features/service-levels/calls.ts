import { useMemo } from 'react';
import type { CalendarSetting, SlaPolicySetting } from '../../../backend/contracts/sla-settings.ts';
import { useSession } from '../../session/session.ts';
import type { DocumentCalls } from './use-draft.ts';

export function usePolicyCalls(): DocumentCalls<SlaPolicySetting> {
  const { api, me } = useSession();
  return useMemo(
    () => ({
      key: `${me.id} policies`,
      read: async (onEtag) => (await api('readSlaPolicies', { onEtag })).policies,
      write: async (policies, ifMatch, onEtag) =>
        (await api('writeSlaPolicies', { body: { policies: [...policies] }, ifMatch, onEtag })).policies,
    }),
    [api, me.id],
  );
}

export function useCalendarCalls(): DocumentCalls<CalendarSetting> {
  const { api, me } = useSession();
  return useMemo(
    () => ({
      key: `${me.id} calendars`,
      read: async (onEtag) => (await api('readCalendars', { onEtag })).calendars,
      write: async (calendars, ifMatch, onEtag) =>
        (await api('writeCalendars', { body: { calendars: [...calendars] }, ifMatch, onEtag })).calendars,
    }),
    [api, me.id],
  );
}
