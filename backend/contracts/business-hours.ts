import { z } from 'zod';

/** `HH:MM`; `24:00` ends a day. */
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time HH:MM');
export const LocalDate = z.iso.date();

/** From inclusive, to exclusive. An end that is not after the start lies on the next day. */
const Block = z
  .tuple([time, time])
  .refine(([from, to]) => from !== '24:00' && from !== to, 'must begin before midnight and not end where it begins');

const Blocks = z.array(Block).max(24).refine(apart, 'must not overlap');
const onDates = z.record(LocalDate, Blocks).refine((days) => Object.keys(days).length <= 1_000, 'must be at most 1000');

/** Opening hours by the wall clock of a time zone: several blocks a day, overnight ones, holidays, single exceptions. */
export const BusinessHours = z.strictObject({
  tz: z
    .string()
    .max(60)
    .refine(isTimeZone, 'must be an IANA time zone')
    .meta({ examples: ['Europe/Berlin'] }),
  hours: z
    .strictObject({
      mon: Blocks.optional(),
      tue: Blocks.optional(),
      wed: Blocks.optional(),
      thu: Blocks.optional(),
      fri: Blocks.optional(),
      sat: Blocks.optional(),
      sun: Blocks.optional(),
    })
    .meta({ description: 'blocks of [from, to) by weekday, such as [["09:00", "17:00"]]' }),
  holidays: z
    .array(z.union([LocalDate, z.strictObject({ date: LocalDate, name: z.string().max(100) })]))
    .max(2_000)
    .optional()
    .meta({ description: 'whole local days without the weekly hours' }),
  breaks: onDates.optional().meta({ description: 'closed once, by local date' }),
  extra: onDates.optional().meta({ description: 'open once, by local date; holds on holidays as well' }),
});
export type BusinessHours = z.infer<typeof BusinessHours>;

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

function apart(blocks: [string, string][]): boolean {
  const spans = blocks.map(([from, to]) => [from, to > from ? to : '24:00'] as const).sort();
  return spans.every(([, to], i) => to <= (spans[i + 1]?.[0] ?? '24:00'));
}
