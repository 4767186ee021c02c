import { z } from 'zod';
import { mailKinds, mailOutcomes, roles } from '../domain/vocabulary.ts';

/** Sandbox only: signs somebody in without a password. Answers are valid for this process's data folder alone. */
export const TokenRequest = z.object({ role: z.enum(roles), name: z.string().trim().min(1).max(200).optional() });
export type TokenRequest = z.infer<typeof TokenRequest>;
export const TokenAnswer = z.object({ token: z.string() });
export type TokenAnswer = z.infer<typeof TokenAnswer>;

/** A mail written as a customer on the sandbox page. */
export const SandboxMail = z.object({
  from: z.object({ email: z.email(), name: z.string().max(200) }),
  to: z.email(),
  subject: z.string().max(2_000),
  body: z.string().max(200_000),
  contentType: z.enum(['text', 'html']).default('text'),
  /** Raw headers, such as Auto-Submitted. */
  headers: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.string().max(2_000) }))
    .max(50)
    .default([]),
  /** Graph id of the mail this one answers. */
  inReplyTo: z.string().optional(),
});
export type SandboxMail = z.infer<typeof SandboxMail>;

/** One line of the sandbox's message list: the mail and what became of it. */
export const SandboxListedMail = z.object({
  id: z.string(),
  mailbox: z.string(),
  internetMessageId: z.string(),
  conversationId: z.string(),
  from: z.object({ email: z.string(), name: z.string() }).nullable(),
  subject: z.string(),
  preview: z.string(),
  receivedAt: z.string(),
  hasAttachments: z.boolean(),
  fate: z
    .object({
      kind: z.enum(mailKinds),
      outcome: z.enum(mailOutcomes),
      caseNumber: z.string().nullable(),
      reason: z.string(),
      /** Milliseconds from receipt to decision. */
      tookMs: z.number(),
    })
    .nullable(),
});
export type SandboxListedMail = z.infer<typeof SandboxListedMail>;
export const SandboxInbox = z.object({ items: z.array(SandboxListedMail), total: z.int() });
export type SandboxInbox = z.infer<typeof SandboxInbox>;

/** A whole mail for the reading pane and for the Office.js stand-in that feeds the add-in. */
export const SandboxOpenMail = SandboxListedMail.extend({
  to: z.array(z.object({ email: z.string(), name: z.string() })),
  cc: z.array(z.object({ email: z.string(), name: z.string() })),
  text: z.string(),
  safeHtml: z.string(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int() })),
});
export type SandboxOpenMail = z.infer<typeof SandboxOpenMail>;

/** The bytes of a file of a mail. */
export const SandboxFile = z.object({ name: z.string(), type: z.string(), content: z.base64() });
export type SandboxFile = z.infer<typeof SandboxFile>;

const people = z.array(z.object({ email: z.email(), name: z.string().max(200) })).max(100);

/** A mail that an agent sends from a support mailbox in the sandbox's Outlook. */
export const SandboxSent = z.object({
  from: z.email(),
  to: people.min(1),
  cc: people.default([]),
  subject: z.string().max(2_000),
  html: z.string().max(400_000),
  files: z
    .array(z.object({ name: z.string().min(1).max(255), content: z.base64() }))
    .max(50)
    .default([]),
  /** Graph id of the mail this one answers. */
  inReplyTo: z.string().optional(),
});
export type SandboxSent = z.infer<typeof SandboxSent>;

export const SandboxDelivered = z.object({ id: z.string(), internetMessageId: z.string() });
export type SandboxDelivered = z.infer<typeof SandboxDelivered>;

/** The ready-made mails: `try` are the few offered by name, `total` is the size of the whole sample mailbox. */
export const SandboxSamples = z.object({
  total: z.int(),
  try: z.array(z.object({ key: z.string(), title: z.string() })),
  /** True while the live trickle runs. */
  trickling: z.boolean(),
});
export type SandboxSamples = z.infer<typeof SandboxSamples>;

/** Delivers samples: one by key, the first `count` not yet delivered, all at once, or as a live trickle (on/off). */
export const DeliverSamples = z.union([
  z.object({ key: z.string() }),
  z.object({ count: z.int().min(1).max(500) }),
  z.object({ all: z.literal(true) }),
  z.object({ trickle: z.boolean() }),
]);
export type DeliverSamples = z.infer<typeof DeliverSamples>;
export const SamplesDelivered = z.object({ delivered: z.int(), trickling: z.boolean() });
export type SamplesDelivered = z.infer<typeof SamplesDelivered>;

/** Addresses of the other surfaces; the playground is absent when it could not be started. */
export const SandboxPlaces = z.object({ tab: z.string(), playground: z.string().nullable(), docs: z.string() });
export type SandboxPlaces = z.infer<typeof SandboxPlaces>;
