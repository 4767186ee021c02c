import { z } from 'zod';
import { Instant, line } from './common.ts';

export const EditableView = z.strictObject({
  name: line(100),
  shared: z.boolean().default(false),
  query: z
    .string()
    .max(2_000)
    .meta({ description: "the list's query as in its address, such as `status=new&sort=due`" }),
});
export type EditableView = z.infer<typeof EditableView>;

export const View = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  /** Agent id. */
  owner: z.string(),
  query: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  etag: z.string(),
});
export type View = z.infer<typeof View>;

export const ViewList = z.object({ items: z.array(View), total: z.int() });
export type ViewList = z.infer<typeof ViewList>;
