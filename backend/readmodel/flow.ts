import type { Period } from '../domain/analytics/period.ts';
import type { TrendPoint } from '../ports/case-figures.ts';
import { type CaseColumns, verdicts } from './case-columns.ts';
import { percent } from './content.ts';
import { spreadOf } from './minutes.ts';
import { durationOf } from './period-sums.ts';

const hourMs = 3_600_000;

/** Comings and goings by interval. */
export class Flow {
  readonly #period: Period;
  readonly #intervalOfHour: Uint16Array;
  readonly #firstHour: number;
  readonly #created: Uint32Array;
  readonly #ended: Uint32Array;
  readonly #met: Uint32Array;
  readonly #missed: Uint32Array;
  /** Milliseconds, by interval. */
  readonly #firstResponses: number[][];
  readonly #resolutions: number[][];
  #openBefore = 0;

  constructor(period: Period) {
    this.#period = period;
    this.#firstHour = Math.floor(period.fromMs / hourMs);
    this.#intervalOfHour = intervalsByHour(period, this.#firstHour);
    const { length } = period.starts;
    this.#created = new Uint32Array(length);
    this.#ended = new Uint32Array(length);
    this.#met = new Uint32Array(length);
    this.#missed = new Uint32Array(length);
    this.#firstResponses = Array.from({ length }, () => []);
    this.#resolutions = Array.from({ length }, () => []);
  }

  add({ numbers, minutes, verdict }: CaseColumns, row: number): void {
    const { fromMs, toMs, clock } = this.#period;
    const created = numbers.created[row] as number;
    const ended = numbers.ended[row] as number;
    if (created < fromMs) this.#openBefore += 1;
    else if (created < toMs) (this.#created[this.#intervalAt(created)] as number) += 1;
    const answered = numbers.firstResponse[row] as number;
    if (answered >= fromMs && answered < toMs) {
      const took = durationOf(minutes.firstResponseMinutes[row] as number, answered - created, clock);
      this.#firstResponses[this.#intervalAt(answered)]?.push(took);
    }
    if (ended < fromMs) this.#openBefore -= 1;
    else if (ended < toMs) {
      const at = this.#intervalAt(ended);
      (this.#ended[at] as number) += 1;
      this.#resolutions[at]?.push(durationOf(minutes.resolutionMinutes[row] as number, ended - created, clock));
      if (verdict[row] === verdicts.met) (this.#met[at] as number) += 1;
      else if (verdict[row] === verdicts.missed) (this.#missed[at] as number) += 1;
    }
  }

  points(): TrendPoint[] {
    let open = this.#openBefore;
    return this.#period.starts.map((atMs, i) => {
      const [created, resolved] = [this.#created[i] as number, this.#ended[i] as number];
      open += created - resolved;
      return {
        atMs,
        created,
        resolved,
        open,
        slaMetPercent: percent(this.#met[i] as number, this.#missed[i] as number),
        firstResponseMinutes: spreadOf(this.#firstResponses[i] ?? []),
        resolutionMinutes: spreadOf(this.#resolutions[i] ?? []),
      };
    });
  }

  #intervalAt(ms: number): number {
    return this.#intervalOfHour[Math.floor(ms / hourMs) - this.#firstHour] as number;
  }
}

/** Intervals begin on full hours, so the hour tells the interval. */
function intervalsByHour({ starts, toMs }: Period, firstHour: number): Uint16Array {
  const table = new Uint16Array(Math.ceil(toMs / hourMs) - firstHour + 1);
  for (const [i, start] of starts.entries()) table.fill(i, Math.max(0, Math.floor(start / hourMs) - firstHour));
  return table;
}
