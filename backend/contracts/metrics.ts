import { z } from 'zod';

/** One figure: what it counts, so that every page, report and export means the same by it. */
export const Metric = z.object({
  name: z.string(),
  formula: z.string(),
  unit: z.enum(['cases', 'minutes', 'percent']),
});
export type Metric = z.infer<typeof Metric>;

export const MetricCatalogue = z.record(z.string(), Metric);
