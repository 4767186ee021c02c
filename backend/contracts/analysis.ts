import { z } from 'zod';

/** What a mail names, as it spells it. */
export const Entities = z.object({
  numbers: z.array(z.string()).meta({ description: 'order, invoice, customer and contract numbers' }),
  dates: z.array(z.string()),
  places: z.array(z.string()),
  people: z.array(z.string()),
});
export type Entities = z.infer<typeof Entities>;

export const SuggestedTask = z.object({
  title: z.string(),
  because: z.string().meta({ description: 'what in the mail it rests on' }),
});
export type SuggestedTask = z.infer<typeof SuggestedTask>;
