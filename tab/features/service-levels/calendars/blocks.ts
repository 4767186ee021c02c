import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';

export type Day = keyof CalendarSetting['hours'];
export type Block = NonNullable<CalendarSetting['hours'][Day]>[number];
/** Minutes of a local day, from inclusive, to exclusive. */
export type Span = readonly [from: number, to: number];

export const days: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const dayMinutes = 24 * 60;

/** "08:00-12:00, 13:00-17:30". */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(([from, to]) => `${from}-${to}`).join(', ');
}

/** Blocks in order of time; undefined for what is no hours, or for hours that overlap. */
export function readBlocks(text: string): Block[] | undefined {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
  const blocks = parts.map(readBlock).filter((block) => block !== undefined);
  if (blocks.length !== parts.length) return undefined;
  blocks.sort((a, b) => a[0].localeCompare(b[0]));
  const apart = blocks.every((block, i) => endOf(block) <= minutesOf(blocks[i + 1]?.[0] ?? '24:00'));
  return apart ? blocks : undefined;
}

function readBlock(text: string): Block | undefined {
  const [, from, to] = /^\s*(\d{1,2}(?::\d\d)?)\s*(?:-|–|to|bis)\s*(\d{1,2}(?::\d\d)?)\s*$/.exec(text) ?? [];
  const [start, end] = [wholeTime(from), wholeTime(to)];
  if (start === undefined || end === undefined || start === '24:00' || start === end) return undefined;
  return [start, end];
}

function wholeTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [hours = '', minutes = '00'] = text.split(':');
  const whole = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(whole) ? whole : undefined;
}

function endOf([from, to]: Block): number {
  return to > from ? minutesOf(to) : dayMinutes;
}

/** A block that ends before it begins lies on two days. */
export function spansOf([from, to]: Block): [today: Span, tomorrow: Span | null] {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (end > start) return [[start, end], null];
  return [[start, dayMinutes], end === 0 ? null : [0, end]];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
