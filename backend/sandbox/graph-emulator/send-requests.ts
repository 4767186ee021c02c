import * as z from 'zod';
import { readGiven } from './fill-message.ts';
import { badRequest } from './graph-error.ts';
import type { Recipient } from './graph-types.ts';
import { readMime } from './mime.ts';

const mostCustomHeaders = 5;
const customHeaders = z.object({ internetMessageHeaders: z.array(z.object({ name: z.string() })).optional() });
const sendRequest = z.object({ message: z.record(z.string(), z.unknown()), saveToSentItems: z.boolean().optional() });
const replyRequest = z.object({
  message: z.record(z.string(), z.unknown()).optional(),
  comment: z.string().optional(),
});

/** The body of a request that sends: JSON, or MIME in base64 when the type is text/plain. */
export interface SendBody {
  json: unknown;
  mime: string | undefined;
}

/** @throws GraphError when nobody is to receive it */
export function readSend(body: SendBody): { message: Record<string, unknown>; keep: boolean } {
  const { message, keep } =
    body.mime === undefined ? readSendJson(body.json) : { message: fromMime(body.mime), keep: true };
  const given = readGiven(message);
  const recipients = [...given.toRecipients, ...given.ccRecipients, ...given.bccRecipients];
  if (recipients.length > 0 && recipients.every(hasAddress)) return { message, keep };
  throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
}

function readSendJson(json: unknown): { message: Record<string, unknown>; keep: boolean } {
  const parsed = sendRequest.safeParse(lowerFirst(json));
  if (!parsed.success) throw badRequest('The payload must have a Message.', 'ErrorInvalidRequest');
  return { message: readObject(parsed.data.message), keep: parsed.data.saveToSentItems ?? true };
}

export function readDraft(body: SendBody): Record<string, unknown> {
  return body.mime === undefined ? readObject(body.json) : fromMime(body.mime);
}

function hasAddress(recipient: Recipient): boolean {
  return recipient.emailAddress?.address?.includes('@') ?? false;
}

export function readReply(body: SendBody): { message: Record<string, unknown>; comment: string } {
  if (body.mime !== undefined) return { message: fromMime(body.mime), comment: '' };
  const parsed = replyRequest.safeParse(body.json === undefined ? {} : lowerFirst(body.json));
  if (!parsed.success) throw badRequest('The payload is not valid.');
  const { comment } = parsed.data;
  const message = readObject(parsed.data.message ?? {});
  if (comment !== undefined && message.body !== undefined) {
    throw badRequest('Specify either comment or the body of message, not both.', 'ErrorInvalidRequest');
  }
  return { message, comment: comment ?? '' };
}

/** The names of action parameters are taken with a capital as well. */
function lowerFirst(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}

/** Own headers must begin with x- and are at most five; any other takes MIME. */
export function readObject(json: unknown): Record<string, unknown> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(json);
  const headers = customHeaders.safeParse(json);
  if (!parsed.success || !headers.success) throw badRequest('The payload is not valid.');
  const names = (headers.data.internetMessageHeaders ?? []).map(({ name }) => name.toLowerCase());
  if (names.every((name) => name.startsWith('x-')) && names.length <= mostCustomHeaders) return parsed.data;
  throw badRequest("The internet message header name should start with 'x-' or 'X-'.", 'InvalidInternetMessageHeader');
}

function fromMime(base64: string): Record<string, unknown> {
  const source = Buffer.from(base64, 'base64').toString('latin1');
  if (!/^[A-Za-z0-9-]+:/.test(source))
    throw badRequest('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String');
  return readMime(source);
}
