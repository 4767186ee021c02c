import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { EditableSchedule, ReportSchedule } from '../../../../../backend/contracts/report.ts';
import { instantText } from '../../../../../ui/format.ts';
import { serverNow } from '../../../../../ui/server-clock.ts';
import { ProblemBar } from '../../../../shell/problem-bar.tsx';
import { ownZone } from '../../period.ts';
import { rhythmWords } from './rhythm-words.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { editable, useSchedules } from './use-schedules.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '10px',
    padding: '14px 20px 20px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  item: {
    display: 'grid',
    gap: '4px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    overflowWrap: 'anywhere',
  },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

const fresh: EditableSchedule = {
  ...{ every: 'week', weekday: 1, day: 1, time: '08:00', zone: ownZone },
  ...{ to: [], formats: ['pdf'], channel: null, paused: false },
};

/** Whom a report goes to by itself, when it leaves next, and how that went last time. */
export function SchedulesSection({ reportId }: { reportId: string }) {
  const styles = useStyles();
  const calls = useSchedules(reportId);
  const [open, setOpen] = useState<string | null>(null);
  const { schedules, channels, loadError, error } = calls;
  const close = () => setOpen(null);
  return (
    <section className={styles.section} aria-label={words.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <span className={styles.quiet}>{words.lead}</span>
        <span className={styles.space} />
        <Button size="small" icon={<Add16Regular />} disabled={schedules === null} onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      </div>
      {loadError !== null && <ProblemBar what={words.notLoaded} error={loadError} onRetry={calls.load} />}
      {error !== null && <ProblemBar what={words.notDone} error={error} />}
      {schedules === null && loadError === null && (
        <Skeleton aria-label={words.loading}>
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {open === 'new' && <ScheduleForm initial={fresh} channels={channels} onSave={calls.add} onClose={close} />}
      {schedules?.length === 0 && open !== 'new' && <p className={styles.quiet}>{words.none}</p>}
      {schedules !== null && schedules.length > 0 && (
        <ul className={styles.list}>
          {schedules.map((schedule) => (
            <li key={schedule.id} className={styles.item}>
              <strong>{rhythmWords(schedule)}</strong>
              <span>{receivers(schedule, channels)}</span>
              <Standing schedule={schedule} />
              {open === schedule.id ? (
                <ScheduleForm
                  initial={editable(schedule)}
                  channels={channels}
                  onSave={(body) => calls.replace(schedule, body)}
                  onClose={close}
                />
              ) : (
                <div className={styles.head}>
                  <Button size="small" onClick={() => setOpen(schedule.id)}>
                    {words.edit}
                  </Button>
                  <Button size="small" disabled={schedule.running} onClick={() => void calls.sendNow(schedule)}>
                    {words.sendNow}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => void calls.replace(schedule, { ...editable(schedule), paused: !schedule.paused })}
                  >
                    {schedule.paused ? words.resume : words.pause}
                  </Button>
                  <Button size="small" appearance="subtle" onClick={() => void calls.remove(schedule)}>
                    {words.remove}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function receivers({ to, channel, formats }: ReportSchedule, channels: { id: string; name: string }[]): string {
  const files = to.length === 0 || formats.length === 0 ? '' : ` (${formats.join(', ').toUpperCase()})`;
  const mail = to.length === 0 ? [] : [`${to.join(', ')}${files}`];
  const name = channels.find(({ id }) => id === channel)?.name ?? channel;
  return [...mail, ...(name === null ? [] : [words.toChannel(name)])].join(' · ');
}

function Standing({ schedule }: { schedule: ReportSchedule }) {
  const styles = useStyles();
  const { next, running, paused, last, failures } = schedule;
  const at = (text: string) => instantText(Date.parse(text), serverNow());
  const coming = running ? words.running : paused ? words.paused : next === null ? '' : words.next(at(next));
  const went = last === null ? '' : last.error === null ? words.sent(at(last.at)) : '';
  return (
    <>
      <p className={styles.quiet}>{[coming, went].filter((part) => part !== '').join(' · ')}</p>
      {last !== null && last.error !== null && (
        <p className={styles.bad}>
          {words.failed(at(last.at), last.error)} {failures > 1 && `(${words.inARow(failures)})`}
        </p>
      )}
    </>
  );
}
