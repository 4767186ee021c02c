import { z } from 'zod';
import { caseStatuses } from '../domain/vocabulary.ts';
import { Case } from './case.ts';
import { Address, Instant, line } from './common.ts';
import { PresentPerson } from './live.ts';
import { Message } from './message.ts';

const people = z.array(Address).max(100);
const written = {
  html: z.string().max(400_000).optional(),
  text: z.string().max(200_000).optional(),
  to: people.optional().meta({ description: 'with neither to nor cc, everybody on the answered mail is answered' }),
  cc: people.optional(),
  answers: line(64).optional().meta({ description: "a message of the case; the customer's last mail unless given" }),
};

export const ReplyFile = z.strictObject({
  name: z.string().min(1).max(255),
  type: line(150).default('application/octet-stream'),
  content: z.base64().meta({ description: 'bytes in base64' }),
});
export type ReplyFile = z.infer<typeof ReplyFile>;

export const ReplyRequest = z.strictObject({
  ...written,
  templateId: line(100).optional().meta({ description: 'used where neither html nor text is given' }),
  acceptRecipientChanges: z.boolean().optional(),
  attachments: z.array(ReplyFile).max(20).optional(),
  thenStatus: z.enum(caseStatuses).optional().meta({ description: 'the status that the case moves to' }),
});
export type ReplyRequest = z.infer<typeof ReplyRequest>;

export const ReplyCheckRequest = z.strictObject({ ...written, attachmentCount: z.int().min(0).max(100).default(0) });
export type ReplyCheckRequest = z.infer<typeof ReplyCheckRequest>;

export const CheckedPerson = z.object({
  email: z.string(),
  name: z.string(),
  external: z.boolean().meta({ description: 'of none of our domains' }),
  thirdParty: z.boolean().meta({ description: 'an outsider who has not been on the case before' }),
  undeliverable: z.boolean().meta({ description: 'mail to them came back' }),
});

const warning = {
  alsoReplying: z.array(PresentPerson).meta({ description: 'others who are writing a reply to the case now' }),
};

/** Who would receive a reply, and what that changes compared with the mail it answers. */
export const ReplyCheck = z.object({
  answers: z.string().nullable(),
  to: z.array(CheckedPerson),
  cc: z.array(CheckedPerson),
  added: z.array(CheckedPerson),
  dropped: z.array(CheckedPerson),
  changed: z.boolean().meta({ description: 'true asks for acceptRecipientChanges' }),
  otherCases: z
    .record(z.string(), z.string())
    .meta({ description: "address of an outsider → their own case's number" }),
  forgottenFile: z.boolean().meta({ description: 'the text speaks of a file and none is attached' }),
  answeredBy: z
    .object({ name: z.string(), at: Instant })
    .nullable()
    .meta({ description: 'whoever answered that mail already' }),
  ...warning,
});
export type ReplyCheck = z.infer<typeof ReplyCheck>;

/** The reply as it stands in the conversation, and the case as it stands now. */
export const Reply = Message.extend({ case: Case, ...warning });
export type Reply = z.infer<typeof Reply>;
