import { Failure, type FieldFault } from '../../domain/failure.ts';
import type { SlaPolicy } from '../../domain/sla/policy.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { SettingsName, SettingsStore } from '../../ports/settings.ts';
import type { NamedCalendar } from './sla-book.ts';

interface CheckDeps {
  settings: SettingsStore;
  holidays: Holidays;
}

/**
 * What no schema can see: policies name calendars that exist, a calendar that is in use stays, and countries are known.
 * @throws Failure `invalid` with every fault
 */
export async function checkSlaSettings(deps: CheckDeps, name: SettingsName, document: unknown): Promise<void> {
  if (name !== 'calendars' && name !== 'sla-policies') return;
  const other = name === 'calendars' ? 'sla-policies' : 'calendars';
  const held = (await deps.settings.read(other)).value;
  const { policies } = (name === 'sla-policies' ? document : held) as { policies: SlaPolicy[] };
  const { calendars } = (name === 'calendars' ? document : held) as { calendars: NamedCalendar[] };
  const faults =
    name === 'sla-policies'
      ? unknownCalendars(policies, calendars)
      : [...missingCalendars(policies, calendars), ...(await unknownCountries(deps.holidays, calendars))];
  if (faults.length > 0) throw new Failure('invalid', faults[0]?.message ?? '', { faults });
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
