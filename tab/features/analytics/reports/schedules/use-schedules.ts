import { useCallback, useEffect, useState } from 'react';
import type { EditableSchedule, ReportSchedule } from '../../../../../backend/contracts/report.ts';
import { useSession } from '../../../../session/session.ts';
import { useDone } from '../../../../shell/undo.tsx';
import { words } from './words.ts';

export interface Channel {
  id: string;
  name: string;
}

/** Schedules of one report, read anew after every change. */
export function useSchedules(reportId: string) {
  const { api } = useSession();
  const done = useDone();
  const [schedules, setSchedules] = useState<ReportSchedule[] | null>(null);
  const [channels, setChannels] = useState<Channel[]>([]);
  const [loadError, setLoadError] = useState<unknown>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setLoadError(null);
    api('listSchedules', { params: { id: reportId } }).then(({ items }) => setSchedules(items), setLoadError);
    api('listChannels', {}).then(({ items }) => setChannels(items), setLoadError);
  }, [api, reportId]);
  useEffect(load, [load]);
  /** @returns whether it was done */
  const change = (call: Promise<unknown>, text?: string): Promise<boolean> =>
    call.then(
      () => {
        setError(null);
        load();
        if (text !== undefined) done({ text });
        return true;
      },
      (failure: unknown) => {
        setError(failure);
        return false;
      },
    );
  return {
    ...{ schedules, channels, loadError, error, load },
    add: (body: EditableSchedule) => change(api('createSchedule', { params: { id: reportId }, body })),
    replace: ({ id, etag }: ReportSchedule, body: EditableSchedule) =>
      change(api('replaceSchedule', { params: { id }, body, ifMatch: etag })),
    remove: ({ id, etag }: ReportSchedule) =>
      change(api('deleteSchedule', { params: { id }, ifMatch: etag }), words.removed),
    sendNow: ({ id }: ReportSchedule) => change(api('sendScheduleNow', { params: { id } }), words.askedFor),
  };
}

/** The part of a schedule that people decide. */
export function editable(schedule: ReportSchedule): EditableSchedule {
  const { every, weekday, day, time, zone, to, formats, channel, paused } = schedule;
  return { every, weekday, day, time, zone, to, formats, channel, paused };
}
