import { z } from 'zod';
import { Case } from './case.ts';
import { Instant } from './common.ts';
import { Fate } from './fates.ts';
import { HistoryEntry, Message } from './message.ts';
import { Task } from './task.ts';

const counts = { cases: z.int(), openCases: z.int() };
const who = { email: z.string(), name: z.string() };

export const CustomerQuery = z.object({
  q: z.string().max(200).optional().meta({ description: 'text that name or address contain' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
});

/** Customers by their newest case, the newest first. */
export const CustomerList = z.object({
  items: z.array(z.object({ ...who, ...counts, lastMessageAt: Instant })),
  total: z.int(),
  next: z.string().optional(),
});
export type CustomerList = z.infer<typeof CustomerList>;

/** A customer with their history: their cases, those changed last first. */
export const Customer = z.object({
  ...who,
  ...counts,
  undeliverable: z.boolean().meta({ description: 'mail to them came back, or they complained' }),
  firstCaseAt: Instant,
  lastMessageAt: Instant,
  items: z.array(Case),
  total: z.int(),
  next: z.string().optional(),
});
export type Customer = z.infer<typeof Customer>;

export const Erasure = z.object({
  id: z.string().meta({ description: 'of its entry in the audit log' }),
  dryRun: z.boolean(),
  state: z.enum(['running', 'done']).meta({ description: 'running: it goes on by itself, also after a restart' }),
  counts: z
    .object({
      cases: z.int().meta({ description: 'their cases, of which everything written goes' }),
      openCases: z.int().meta({ description: 'those of them that are neither resolved nor closed' }),
      casesOfOthers: z.int().meta({ description: 'cases of others from which their traces go' }),
      messages: z.int(),
      files: z.int(),
      tasks: z.int(),
      mails: z.int().meta({ description: 'records of what became of a mail' }),
      beside: z.int().meta({ description: 'views, articles, settings and queues that named them' }),
    })
    .nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

/** Everything that is held on somebody. Files are fetched at the address of their message. */
export const CustomerExport = z.object({
  email: z.string(),
  names: z.array(z.string()),
  asOf: Instant,
  cases: z.array(
    z.object({ case: Case, messages: z.array(Message), history: z.array(HistoryEntry), tasks: z.array(Task) }),
  ),
  messages: z.array(Message).meta({ description: 'to and from them, on the cases of others' }),
  mails: z.array(Fate),
});
export type CustomerExport = z.infer<typeof CustomerExport>;
