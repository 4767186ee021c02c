import type { Period } from '../domain/analytics/period.ts';
import type { Figures } from '../ports/case-figures.ts';
import { type CaseColumns, verdicts } from './case-columns.ts';
import { Minutes } from './minutes.ts';
import { durationOf } from './period-sums.ts';

/** What happened to some cases in a period, added up row by row. */
export class Tally {
  created = 0;
  resolved = 0;
  met = 0;
  missed = 0;
  readonly firstResponse = new Minutes();
  readonly resolution = new Minutes();

  add({ numbers, minutes, verdict }: CaseColumns, row: number, { fromMs, toMs, clock }: Period): void {
    const created = numbers.created[row] as number;
    const answered = numbers.firstResponse[row] as number;
    const ended = numbers.ended[row] as number;
    if (created >= fromMs && created < toMs) this.created += 1;
    if (answered >= fromMs && answered < toMs) {
      this.firstResponse.add(durationOf(minutes.firstResponseMinutes[row] as number, answered - created, clock));
    }
    if (!(ended >= fromMs && ended < toMs)) return;
    this.resolved += 1;
    this.resolution.add(durationOf(minutes.resolutionMinutes[row] as number, ended - created, clock));
    if (verdict[row] === verdicts.met) this.met += 1;
    else if (verdict[row] === verdicts.missed) this.missed += 1;
  }

  inPeriod(): Pick<
    Figures,
    'created' | 'resolved' | 'firstResponseMinutes' | 'resolutionMinutes' | 'slaMetPercent' | 'slaMet' | 'slaMissed'
  > {
    return {
      created: this.created,
      resolved: this.resolved,
      firstResponseMinutes: this.firstResponse.spread(),
      resolutionMinutes: this.resolution.spread(),
      slaMetPercent: percent(this.met, this.missed),
      slaMet: this.met,
      slaMissed: this.missed,
    };
  }
}

/** Share of what was promised that was kept, in percent to a tenth; null where nothing was promised. */
export function percent(met: number, missed: number): number | null {
  return met + missed === 0 ? null : Math.round((met / (met + missed)) * 1_000) / 10;
}
