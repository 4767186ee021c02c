import * as z from 'zod';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { IncomingMail, MailAttachment } from '../../domain/mail/mail.ts';
import type { GraphCaller } from './graph-caller.ts';
import { toAttachments } from './graph-message.ts';
import { query, segment } from './graph-paths.ts';

const flagged = z.object({ hasAttachments: z.boolean().catch(false) });
const listed = z.object({ value: z.array(z.unknown()) });
const fetched = z.object({
  '@odata.type': z.string().catch(''),
  name: z.string().catch(''),
  contentType: z.string().catch(''),
  contentBytes: z.string().nullish().catch(undefined),
});

const common = 'id,name,contentType,size,isInline';
/** The content id is a property of the derived type; asking for it on the base type is refused. */
const withContentId = `${common},microsoft.graph.fileAttachment/contentId`;

export interface Attachments {
  /** Names and sizes, without the bytes. */
  list(mailbox: string, graphId: string): Promise<MailAttachment[]>;
  read(mailbox: string, graphId: string, id: string): Promise<{ bytes: Uint8Array; type: string; name: string }>;
}

export function createAttachments(caller: GraphCaller): Attachments {
  const path = (mailbox: string, graphId: string) =>
    `/users/${segment(mailbox)}/messages/${segment(graphId)}/attachments`;

  async function list(mailbox: string, graphId: string): Promise<MailAttachment[]> {
    const ask = (select: string) =>
      caller.json({ method: 'GET', mailbox, path: path(mailbox, graphId) + query({ $select: select }) });
    const answer = await ask(withContentId).catch((error: unknown) => {
      if (isFailure(error, 'invalid')) return ask(common);
      throw error;
    });
    const parsed = listed.safeParse(answer);
    return parsed.success ? toAttachments(parsed.data.value) : [];
  }

  async function read(mailbox: string, graphId: string, id: string) {
    const own = `${path(mailbox, graphId)}/${segment(id)}`;
    const parsed = fetched.safeParse(await caller.json({ method: 'GET', mailbox, path: own }));
    if (!parsed.success) throw new Failure('unavailable', 'Graph answered with an attachment that cannot be read');
    const { name, contentType, contentBytes } = parsed.data;
    const type = contentType || 'application/octet-stream';
    if (typeof contentBytes === 'string') return { bytes: Buffer.from(contentBytes, 'base64'), type, name };
    if (parsed.data['@odata.type'] !== '#microsoft.graph.itemAttachment') {
      throw new Failure('not-found', 'The attachment is only a link and has no bytes');
    }
    const bytes = await caller.bytes({ method: 'GET', mailbox, path: `${own}/$value` });
    return { bytes, type: 'message/rfc822', name };
  }

  return { list, read };
}

/** `hasAttachments` is false for a mail that has only inline images; then its body refers to them. */
export function mayHaveAttachments(raw: unknown, mail: IncomingMail): boolean {
  const { hasAttachments } = flagged.parse(raw);
  return hasAttachments || (mail.body.type === 'html' && mail.body.content.includes('cid:'));
}
