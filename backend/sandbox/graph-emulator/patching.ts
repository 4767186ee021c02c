import { fillAttachments, preview, readGiven } from './fill-message.ts';
import { badRequest } from './graph-error.ts';
import type { MessageContent, StoredMessage } from './graph-types.ts';
import { readObject } from './send-requests.ts';

/** What a caller may change of a message later; the text and the recipients only while it is a draft. */
export function readPatch(stored: StoredMessage, json: unknown): Partial<MessageContent> {
  const raw = readObject(json);
  const names = Object.keys(raw);
  const allowed = stored.content.isDraft ? [...always, ...draftOnly] : always;
  const refused = names.find((name) => !allowed.includes(name));
  if (names.length === 0) throw badRequest('Empty Payload. JSON content expected.');
  if (refused) throw badRequest(`The property '${refused}' cannot be set.`, 'ErrorInvalidPropertySet');
  const given: Record<string, unknown> = readGiven(raw);
  const patch: Partial<MessageContent> = Object.fromEntries(names.map((name) => [name, given[name]]));
  if (patch.body) patch.bodyPreview = preview(patch.body.content, patch.body.contentType === 'html');
  return patch;
}

const always = ['isRead', 'categories', 'importance', 'inferenceClassification'];
const draftOnly = [
  ...['subject', 'body', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'from', 'sender'],
  ...['internetMessageId', 'internetMessageHeaders'],
];

export function readAttachment(json: unknown, nowMs: number) {
  const [attachment] = fillAttachments([readObject(json)], nowMs);
  if (!attachment) throw badRequest('An attachment is expected.');
  return attachment;
}
