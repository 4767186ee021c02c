import { z } from 'zod';
import { line } from './common.ts';

export const AddNote = z.strictObject({
  text: z.string().trim().min(1).max(50_000),
  mentions: z.array(line(100)).max(50).optional().meta({ description: 'agent ids; they watch the case from then on' }),
});
export type AddNote = z.infer<typeof AddNote>;

export const WatchCase = z.strictObject({ agent: line(100).default('me').meta({ description: 'agent id or `me`' }) });
export type WatchCase = z.infer<typeof WatchCase>;

const ref = z.string().min(1).max(64).meta({ description: "a case's id or its number" });
const messageIds = z.array(z.string().min(1).max(64)).min(1).max(200);

export const MergeCase = z.strictObject({ into: ref });
export type MergeCase = z.infer<typeof MergeCase>;

export const MoveMessages = z.strictObject({ messageIds, to: ref });
export type MoveMessages = z.infer<typeof MoveMessages>;

export const SplitCase = z.strictObject({ messageIds, subject: line(500) });
export type SplitCase = z.infer<typeof SplitCase>;

export const LinkCase = z.strictObject({
  to: ref,
  kind: z.enum(['related', 'duplicate', 'duplicated_by', 'parent', 'child']).default('related').meta({
    description: 'what `to` is to this case',
  }),
});
export type LinkCase = z.infer<typeof LinkCase>;

export const UnlinkCase = z.strictObject({ to: ref });
export type UnlinkCase = z.infer<typeof UnlinkCase>;
