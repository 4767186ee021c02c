import { BusinessTime } from '../../domain/sla/business-time.ts';
import { type Calendar, type HolidaysOfYear, noHolidays, roundTheClock } from '../../domain/sla/calendar.ts';
import { type SlaPolicy, type SlaSettings, standardPolicy } from '../../domain/sla/policy.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Log } from '../../ports/system.ts';

/** A calendar as administrators write it. */
export interface NamedCalendar extends Calendar {
  id: string;
  name: string;
  country?: { code: string; region?: string | undefined } | undefined;
}

/** What every clock is worked out by, with the names people know it by. */
export interface SlaTerms extends SlaSettings {
  calendarName(id: string): string;
}

interface BookDeps {
  settings: SettingsStore;
  holidays: Holidays;
  log: Log;
}

const always = new BusinessTime(roundTheClock);
const alwaysName = 'Round the clock';

/** The settings of a new deployment, for where none can be read. */
export const standardTerms: SlaTerms = {
  policies: [standardPolicy],
  timeOf: () => always,
  calendarName: () => alwaysName,
  basis: 'standard',
};

/** Policies and calendars in memory, because every commit needs them at once. As old as the last `refresh`. */
export class SlaBook {
  readonly #deps: BookDeps;
  #terms: SlaTerms = standardTerms;

  constructor(deps: BookDeps) {
    this.#deps = deps;
  }

  terms(): SlaTerms {
    return this.#terms;
  }

  /** Reads what administrators wrote, if it is new. @throws Failure `unavailable` */
  async refresh(): Promise<void> {
    const { settings } = this.#deps;
    const [policies, calendars] = await Promise.all([settings.read('sla-policies'), settings.read('calendars')]);
    const basis = `${policies.etag}.${calendars.etag}`;
    if (basis === this.#terms.basis) return;
    const known = (calendars.value as { calendars: NamedCalendar[] }).calendars;
    const times = await Promise.all(known.map(async (one) => [one.id, await this.#timeOf(one)] as const));
    const byId = new Map(times);
    const names = new Map(known.map(({ id, name }) => [id, name]));
    this.#terms = {
      policies: (policies.value as { policies: SlaPolicy[] }).policies,
      timeOf: (id) => byId.get(id) ?? always,
      calendarName: (id) => names.get(id) ?? alwaysName,
      basis,
    };
  }

  /** A calendar that cannot be worked out must not keep a case from being written. */
  async #timeOf(calendar: NamedCalendar): Promise<BusinessTime> {
    try {
      const time = new BusinessTime(calendar, await this.#holidaysOf(calendar));
      time.add(0, 1);
      return time;
    } catch (error) {
      this.#deps.log.error('calendar cannot be used', { calendar: calendar.id, error: String(error) });
      return always;
    }
  }

  async #holidaysOf({ country }: NamedCalendar): Promise<HolidaysOfYear> {
    if (country === undefined) return noHolidays;
    const { holidays } = this.#deps;
    const region = country.region ?? null;
    if (!(await holidays.prepare(country.code, region))) return noHolidays;
    return remembered((year) => holidays.ofYear(country.code, region, year));
  }
}

function remembered(ofYear: HolidaysOfYear): HolidaysOfYear {
  const years = new Map<number, ReadonlyMap<string, string>>();
  return (year) => {
    const known = years.get(year) ?? ofYear(year);
    years.set(year, known);
    return known;
  };
}
