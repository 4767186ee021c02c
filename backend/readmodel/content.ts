import type { Period } from '../domain/analytics/period.ts';
import { satisfiedFrom } from '../domain/survey/satisfaction.ts';
import type { Figures } from '../ports/case-figures.ts';
import type { CaseColumns } from './case-columns.ts';

/** How content customers are, over rows that are added one by one. */
export class Content {
  #asked = 0;
  #answered = 0;
  #rated = 0;
  #satisfied = 0;

  add({ numbers, rating }: CaseColumns, row: number, { fromMs, toMs }: Pick<Period, 'fromMs' | 'toMs'>): void {
    const asked = numbers.asked[row] as number;
    // Most cases have no survey, and NaN is in no period.
    if (Number.isNaN(asked)) return;
    const rated = numbers.rated[row] as number;
    if (asked >= fromMs && asked < toMs) {
      this.#asked += 1;
      // An answer to an earlier survey came before this one was asked.
      if (rated >= asked) this.#answered += 1;
    }
    if (!(rated >= fromMs && rated < toMs)) return;
    this.#rated += 1;
    if ((rating[row] as number) >= satisfiedFrom) this.#satisfied += 1;
  }

  figures(): Pick<Figures, 'csatPercent' | 'csatRated' | 'csatResponsePercent' | 'csatAsked'> {
    return {
      csatPercent: percent(this.#satisfied, this.#rated - this.#satisfied),
      csatRated: this.#rated,
      csatResponsePercent: percent(this.#answered, this.#asked - this.#answered),
      csatAsked: this.#asked,
    };
  }
}

/** Share of what was kept among what was kept and missed, in percent to a tenth; null where there is neither. */
export function percent(met: number, missed: number): number | null {
  return met + missed === 0 ? null : Math.round((met / (met + missed)) * 1_000) / 10;
}
