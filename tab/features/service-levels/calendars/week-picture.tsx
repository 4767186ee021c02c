import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { locale } from '../../../../ui/language.ts';
import { useWidth } from '../../../shell/width.ts';
import { minutesText } from '../span-field.ts';
import { words } from '../words.ts';
import { dayMinutes, type Span, timeOf } from './blocks.ts';
import { addDays, type WorkedDay, weekHours } from './week-hours.ts';

const text = words.calendars;

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontVariantNumeric: 'tabular-nums' },
  day: { width: '84px', textAlign: 'start', fontWeight: tokens.fontWeightRegular, padding: '2px 0' },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  sum: { width: '64px', textAlign: 'end', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  axis: { position: 'relative', height: '18px', color: tokens.colorNeutralForeground3, fontSize: '11px' },
  tick: { position: 'absolute', transform: 'translateX(-50%)' },
  track: { position: 'relative', height: '24px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  block: {
    position: 'absolute',
    top: '2px',
    bottom: '2px',
    boxSizing: 'border-box',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    padding: '0 6px',
    lineHeight: '18px',
    borderRadius: '3px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  narrow: { padding: '0 2px', fontSize: '11px' },
  closed: {
    position: 'absolute',
    top: '2px',
    right: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground3,
  },
});

interface WeekPictureProps {
  calendar: CalendarSetting;
  /** A Monday, `YYYY-MM-DD`. */
  monday: string;
  /** The present day in the calendar's zone. */
  today: string;
  publicDays: ReadonlyMap<string, string>;
  onGo: (monday: string) => void;
}

/** A week of a calendar as it is worked: blocks, holidays and what is different once, with the hours of each day. */
export function WeekPicture({ calendar, monday, today, publicDays, onGo }: WeekPictureProps) {
  const styles = useStyles();
  const week = weekHours(calendar, monday, publicDays);
  const [from, to] = shownHours(week);
  const phone = useWidth() === 'phone';
  return (
    <section aria-label={text.picture(calendar.name)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.week(dateText(monday), dateText(addDays(monday, 6)))}</h2>
        <span className={styles.space} />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeft16Regular />}
          aria-label={text.earlier}
          title={text.earlier}
          onClick={() => onGo(addDays(monday, -7))}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRight16Regular />}
          aria-label={text.later}
          title={text.later}
          onClick={() => onGo(addDays(monday, 7))}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.day} />
            <td>
              <div className={styles.axis} aria-hidden>
                {ticks(from, to, phone).map((at) => (
                  <span key={at} className={styles.tick} style={{ left: place(at, from, to) }}>
                    {timeOf(at)}
                  </span>
                ))}
              </div>
            </td>
            <th scope="col" className={styles.sum}>
              {text.weekSum}
            </th>
          </tr>
        </thead>
        <tbody>
          {week.map((day) => (
            <tr key={day.date}>
              <th scope="row" className={mergeClasses(styles.day, day.date === today && styles.today)}>
                {dateText(day.date)}
              </th>
              <td>
                <Track day={day} from={from} to={to} phone={phone} />
              </td>
              <td className={styles.sum}>{minutesText(day.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TrackProps {
  day: WorkedDay;
  from: number;
  to: number;
  phone: boolean;
}

function Track({ day, from, to, phone }: TrackProps) {
  const styles = useStyles();
  const end = day.open.at(-1)?.[1] ?? from;
  const note = [
    day.open.length === 0 && day.holiday === null ? text.closed : day.holiday,
    day.hasExtra && text.extraWord,
    day.hasBreak && text.breakWord,
  ].filter((part) => typeof part === 'string');
  return (
    <div className={styles.track}>
      {day.open.map((span) => (
        <span
          key={span[0]}
          className={mergeClasses(styles.block, phone && styles.narrow)}
          title={spanText(span)}
          style={{ left: place(span[0], from, to), width: share(span, from, to) }}
        >
          {phone ? shortSpanText(span) : spanText(span)}
        </span>
      ))}
      {note.length > 0 && (
        <span className={styles.closed} style={{ left: `calc(${place(end, from, to)} + 8px)` }}>
          {note.join(', ')}
        </span>
      )}
    </div>
  );
}

/** Two hours around what is open, so that usual weeks are drawn large. */
function shownHours(week: readonly WorkedDay[]): [from: number, to: number] {
  const open = week.flatMap((day) => day.open);
  if (open.length === 0) return [6 * 60, 20 * 60];
  const first = Math.min(...open.map(([from]) => from));
  const last = Math.max(...open.map(([, to]) => to));
  return [Math.max(0, Math.floor(first / 120) * 120 - 120), Math.min(dayMinutes, Math.ceil(last / 120) * 120 + 120)];
}

function ticks(from: number, to: number, phone: boolean): number[] {
  const step = phone || to - from > 14 * 60 ? 240 : 120;
  return Array.from({ length: Math.floor((to - from) / step) }, (_, i) => from + i * step).slice(1);
}

function place(at: number, from: number, to: number): string {
  return `${((at - from) / (to - from)) * 100}%`;
}

function share([start, end]: Span, from: number, to: number): string {
  return `${((end - start) / (to - from)) * 100}%`;
}

function spanText([from, to]: Span): string {
  return text.span(timeOf(from), timeOf(to));
}

/** "8–12", "13–17:30": what a narrow block has room for. */
function shortSpanText(span: Span): string {
  return span.map((at) => (at % 60 === 0 ? String(at / 60) : timeOf(at))).join('–');
}

function dateText(date: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
