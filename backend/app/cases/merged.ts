import type { SupportCase } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';

/** A merged case stands still until it is un-merged. @throws Failure `conflict` naming the case it was merged into */
export function mustNotBeMerged({ number, mergedInto }: Pick<SupportCase, 'number' | 'mergedInto'>): void {
  if (mergedInto === null) return;
  throw new Failure(
    'conflict',
    `${number} was merged into another case (${mergedInto}). Work on that one, or un-merge it.`,
  );
}
