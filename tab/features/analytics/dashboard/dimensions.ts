import type { Grouping } from '../../../../backend/contracts/analytics.ts';

/** What open cases are shown by on the dashboard. */
export const dimensions = ['category', 'priority', 'team', 'assignee', 'sentiment'] as const satisfies Grouping[];
export type Dimension = (typeof dimensions)[number];

export function dimensionOf(text: string | undefined): Dimension {
  return dimensions.find((known) => known === text) ?? 'category';
}
