import type { Analysis, CategoryChoice } from '../../domain/triage/analysis.ts';
import { validAnalysis } from '../../domain/triage/validate-analysis.ts';

/**
 * What the local engine said, in the administrator's own categories. A shipped category that is not in the tree becomes
 * `general`, or the first, and a person should look.
 */
export function withinTree(said: Analysis, categories: CategoryChoice[]): Analysis {
  const known = categories.some(({ key }) => key === said.category);
  const spare = categories.find(({ key }) => key === 'general')?.key ?? categories[0]?.key ?? 'general';
  const fitting = known ? said : { ...said, category: spare, needsReview: true };
  // Whatever a mail holds, it must become a case: an empty summary gets a word of ours.
  return validAnalysis(fitting, categories) ?? { ...fitting, summary: 'A mail without text.' };
}
