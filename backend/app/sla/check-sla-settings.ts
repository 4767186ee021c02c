import type { FieldFault } from '../../domain/failure.ts';
import type { SlaPolicy } from '../../domain/sla/policy.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { NamedCalendar } from './sla-book.ts';

/** What no schema can see: policies name calendars that exist, a calendar that is in use stays, and countries are known. */
export async function slaFaults(
  holidays: Holidays,
  changed: 'calendars' | 'sla-policies',
  policies: SlaPolicy[],
  calendars: NamedCalendar[],
): Promise<FieldFault[]> {
  if (changed === 'sla-policies') return unknownCalendars(policies, calendars);
  return [...missingCalendars(policies, calendars), ...(await unknownCountries(holidays, calendars))];
}

function unknownCalendars(policies: SlaPolicy[], calendars: NamedCalendar[]): FieldFault[] {
  const known = new Set(['always', ...calendars.map(({ id }) => id)]);
  return policies.flatMap(({ calendar }, i) =>
    known.has(calendar) ? [] : [{ path: `policies.${i}.calendar`, message: `There is no calendar ${calendar}.` }],
  );
}

function missingCalendars(policies: SlaPolicy[], calendars: NamedCalendar[]): FieldFault[] {
  const known = new Set(['always', ...calendars.map(({ id }) => id)]);
  return policies
    .filter(({ calendar }) => !known.has(calendar))
    .map(({ name, calendar }) => ({
      path: 'calendars',
      message: `The policy ${name} needs the calendar ${calendar}.`,
    }));
}

async function unknownCountries(holidays: Holidays, calendars: NamedCalendar[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [i, { country }] of calendars.entries()) {
    if (country === undefined || (await holidays.prepare(country.code, country.region ?? null))) continue;
    const place = country.region === undefined ? country.code : `${country.code}-${country.region}`;
    faults.push({ path: `calendars.${i}.country`, message: `The holidays of ${place} are not known.` });
  }
  return faults;
}
