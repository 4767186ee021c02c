import type DateHolidays from 'date-holidays';
import type { Holidays } from '../../ports/holidays.ts';

const dayMs = 86_400_000;

/**
 * Holidays from the package date-holidays (its data is CC-BY 3.0). The package is large, so it is loaded when the first
 * calendar names a country.
 */
export function createHolidays(): Holidays {
  const books = new Map<string, DateHolidays>();
  return {
    async prepare(country, region) {
      const key = keyOf(country, region);
      if (books.has(key)) return true;
      const { default: Book } = await import('date-holidays');
      const known = new Book();
      if (known.getCountries()[country] === undefined) return false;
      if (region !== null && known.getStates(country)?.[region] === undefined) return false;
      books.set(key, region === null ? new Book(country) : new Book(country, region));
      return true;
    },
    ofYear(country, region, year) {
      const holidays = books.get(keyOf(country, region))?.getHolidays(year, 'en') ?? [];
      const free = holidays.filter((one) => one.type === 'public' && isWholeDay(one));
      return new Map(free.flatMap(({ date, start, end, name }) => daysOf(date, start, end).map((day) => [day, name])));
    },
  };
}

function keyOf(country: string, region: string | null): string {
  return `${country}-${region ?? ''}`;
}

/** A day of 23 hours is whole; a free afternoon closes nothing. */
function isWholeDay({ start, end }: { start: Date; end: Date }): boolean {
  return end.getTime() - start.getTime() > 0.75 * dayMs;
}

/** Some holidays last several days. `date` names the first whole day, also of those that begin on the eve. */
function daysOf(date: string, start: Date, end: Date): string[] {
  const first = Date.parse(date.slice(0, 10));
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
  return Array.from({ length: days }, (_, i) => new Date(first + i * dayMs).toISOString().slice(0, 10));
}
