import { z } from 'zod';
import { line } from './common.ts';

/** How the caller has laid out the case list. */
export const Workspace = z.strictObject({
  columns: z.array(line(40)).min(1).max(30).nullable().meta({ description: 'in their order; null for the usual ones' }),
  density: z.enum(['compact', 'comfortable']),
  start: z
    .string()
    .max(2_000)
    .nullable()
    .meta({ description: 'query of the view that the list opens with, as in its address; null for the open cases' }),
  singleKeys: z.boolean().meta({ description: 'whether single keys act' }),
});
export type Workspace = z.infer<typeof Workspace>;
