import { z } from 'zod';
import { noticeChannels, noticeKinds } from '../domain/vocabulary.ts';
import { Instant } from './common.ts';
import { Shifts } from './settings.ts';

/** What the caller is told of without asking, where, and when it waits. */
export const Notifications = z.strictObject({
  channels: z.record(z.enum(noticeKinds), z.enum(noticeChannels)),
  quiet: Shifts.nullable().meta({
    description: 'Quiet hours: what happens in them is told when they end. Null for none',
  }),
});
export type Notifications = z.infer<typeof Notifications>;

export const MentionList = z.object({
  items: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      subject: z.string(),
      messageId: z.string(),
      by: z.string().meta({ description: 'name of whoever wrote the note' }),
      at: Instant,
      text: z.string(),
    }),
  ),
  total: z.int(),
});
export type MentionList = z.infer<typeof MentionList>;
