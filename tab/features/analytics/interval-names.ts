import { locale } from '../../../ui/language.ts';

type Interval = 'hour' | 'day' | 'week' | 'month';

const forms: Record<Interval, Intl.DateTimeFormat> = {
  hour: new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', hourCycle: 'h23' }),
  day: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' }),
  week: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  month: new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit' }),
};
const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const manyDays = 14;

/** Each interval by name: "Wed 18", "18 Nov", "Nov 26". */
export function intervalNames(starts: readonly string[], interval: Interval): string[] {
  const form = interval === 'day' && starts.length > manyDays ? longDay : forms[interval];
  return starts.map((start) => form.format(new Date(start)));
}
