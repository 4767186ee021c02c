import { z } from 'zod';
import {
  caseEventKinds,
  deliveryStates,
  messageDirections,
  surfaces,
  threadingRules,
  withheldReasons,
} from '../domain/vocabulary.ts';
import { Instant } from './common.ts';

const person = z.object({ email: z.string(), name: z.string() });

export const Message = z.object({
  id: z.string(),
  caseId: z.string(),
  direction: z.enum(messageDirections),
  from: person.nullable(),
  to: z.array(person),
  cc: z.array(person),
  subject: z.string(),
  visibleText: z.string(),
  hasQuoted: z.boolean(),
  safeHtml: z.string().meta({ description: 'sanitised; still to be shown only in a sandboxed frame' }),
  at: Instant,
  attachments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.int(),
      contentId: z.string().nullable().meta({ description: 'what `data-cid` in safeHtml names it by' }),
      stored: z.boolean().meta({ description: 'false until its bytes have been fetched from the mailbox' }),
      withheld: z.enum(withheldReasons).optional().meta({ description: 'why it is not handed out' }),
    }),
  ),
  internetMessageId: z.string().nullable(),
  automatic: z.boolean(),
  threadedBy: z.object({ rule: z.enum(threadingRules), why: z.string() }),
  /** The task it is about: it passed between us and somebody outside, and the customer's side knows nothing of it. */
  taskId: z.string().optional(),
  /** Agent ids named in a note. */
  mentions: z.array(z.string()).optional(),
  delivery: z
    .object({
      state: z.enum(deliveryStates),
      /** When it became so. */
      at: Instant,
      /** It can be taken back until then. */
      undoUntil: Instant.optional(),
      attempts: z.int(),
      /** Why it was not sent, or came back. */
      error: z.string().optional(),
    })
    .optional()
    .meta({ description: 'only on mail that we send' }),
});
export type Message = z.infer<typeof Message>;

export const MessageList = z.object({ items: z.array(Message), total: z.int() });
export type MessageList = z.infer<typeof MessageList>;

export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: z.object({ id: z.string(), name: z.string() }),
  surface: z.enum(surfaces),
  kind: z.enum(caseEventKinds),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  messageId: z.string().nullable(),
  reason: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const History = z.object({ items: z.array(HistoryEntry), total: z.int() });
export type History = z.infer<typeof History>;
