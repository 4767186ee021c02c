import { z } from 'zod';

export const Health = z.object({ status: z.literal('alive'), version: z.string() });
export type Health = z.infer<typeof Health>;

/** Each part that must work before everything known can be served. */
export const Ready = z.object({
  status: z.enum(['ready', 'starting', 'degraded']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
export type Ready = z.infer<typeof Ready>;
