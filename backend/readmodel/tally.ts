import type { Period } from '../domain/analytics/period.ts';
import type { Figures } from '../ports/case-figures.ts';
import { type CaseColumns, verdicts } from './case-columns.ts';
import { Content, percent } from './content.ts';
import { Minutes } from './minutes.ts';
import { durationOf } from './period-sums.ts';

/** What happened to some cases in a period, added up row by row. */
export class Tally {
  created = 0;
  resolved = 0;
  met = 0;
  missed = 0;
  reopened = 0;
  /** Resolved or opened again. */
  ended = 0;
  readonly firstResponse = new Minutes();
  readonly resolution = new Minutes();
  readonly content = new Content();

  add(columns: CaseColumns, row: number, period: Period): void {
    const { numbers, minutes, verdict } = columns;
    const { fromMs, toMs, clock } = period;
    this.content.add(columns, row, period);
    const created = numbers.created[row] as number;
    const answered = numbers.firstResponse[row] as number;
    const ended = numbers.ended[row] as number;
    if (created >= fromMs && created < toMs) this.created += 1;
    if (answered >= fromMs && answered < toMs) {
      this.firstResponse.add(durationOf(minutes.firstResponseMinutes[row] as number, answered - created, clock));
    }
    const reopened = numbers.reopened[row] as number;
    const isReopened = reopened >= fromMs && reopened < toMs;
    const isResolved = ended >= fromMs && ended < toMs;
    if (isReopened) this.reopened += 1;
    if (isReopened || isResolved) this.ended += 1;
    if (!isResolved) return;
    this.resolved += 1;
    this.resolution.add(durationOf(minutes.resolutionMinutes[row] as number, ended - created, clock));
    if (verdict[row] === verdicts.met) this.met += 1;
    else if (verdict[row] === verdicts.missed) this.missed += 1;
  }

  inPeriod(): Omit<Figures, 'open' | 'new' | 'unassigned' | 'atRisk' | 'breached' | 'backlogAge'> {
    return {
      created: this.created,
      resolved: this.resolved,
      firstResponseMinutes: this.firstResponse.spread(),
      resolutionMinutes: this.resolution.spread(),
      slaMetPercent: percent(this.met, this.missed),
      slaMet: this.met,
      slaMissed: this.missed,
      reopened: this.reopened,
      reopenPercent: percent(this.reopened, this.ended - this.reopened),
      ...this.content.figures(),
    };
  }
}
