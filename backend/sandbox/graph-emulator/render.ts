import { badRequest } from './graph-error.ts';
import type { GraphAttachment, GraphMessage, StoredMessage } from './graph-types.ts';
import { folderId, messageId } from './mail-ids.ts';

/** How a caller wants to see messages. */
export interface View {
  immutable: boolean;
  select?: string[] | undefined;
  attachments?: string[] | 'all' | undefined;
}

/** Graph sends these only when asked for by name. */
const onlyAskedFor = new Set(['internetMessageHeaders', 'uniqueBody', 'attachments', 'conversationIndex']);

export function fullMessage(stored: StoredMessage, immutable = true): GraphMessage {
  const id = messageId(stored, immutable);
  const changeKey = `CQAAABYAAAD${Buffer.from(`${stored.serial}.${stored.version}`).toString('base64url')}`;
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id,
    changeKey,
    parentFolderId: folderId(stored.mailbox, stored.folder),
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    ...stored.content,
    attachments: stored.attachments,
  };
}

/** A message as Graph answers it: the selected properties, and attachments when they are to come along. */
export function renderMessage(stored: StoredMessage, view: View): Record<string, unknown> {
  const full: Record<string, unknown> = { ...fullMessage(stored, view.immutable), uniqueBody: stored.content.body };
  const shown = selected(full, view.select);
  if (view.attachments === undefined) return shown;
  const select = view.attachments === 'all' ? undefined : view.attachments;
  return { ...shown, attachments: stored.attachments.map((attachment) => renderAttachment(attachment, select)) };
}

const selectable = new Set([
  ...['id', 'changeKey', 'parentFolderId', 'webLink', 'uniqueBody', 'createdDateTime', 'lastModifiedDateTime'],
  ...['receivedDateTime', 'sentDateTime', 'internetMessageId', 'conversationId', 'conversationIndex', 'subject'],
  ...['bodyPreview', 'body', 'sender', 'from', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo'],
  ...['importance', 'inferenceClassification', 'categories', 'flag', 'hasAttachments', 'isRead', 'isDraft'],
  ...['isDeliveryReceiptRequested', 'isReadReceiptRequested', 'internetMessageHeaders'],
]);

/** @throws GraphError when a selected property is none that a message has */
export function checkSelect(select: string[] | undefined): void {
  const unknown = select?.find((name) => !selectable.has(name));
  if (unknown !== undefined) throw unknownProperty(unknown, 'message');
}

function selected(full: Record<string, unknown>, select: string[] | undefined): Record<string, unknown> {
  if (!select) return Object.fromEntries(Object.entries(full).filter(([name]) => !onlyAskedFor.has(name)));
  const shown: Record<string, unknown> = { '@odata.etag': full['@odata.etag'], id: full.id };
  for (const name of select) shown[name] = full[name];
  return shown;
}

function unknownProperty(name: string, type: string) {
  const message = `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`;
  return badRequest(message, 'RequestBroker--ParseUri');
}

const derived = 'microsoft.graph.fileAttachment/';
const baseProperties = new Set(['id', 'name', 'contentType', 'size', 'isInline', 'lastModifiedDateTime']);
const fileProperties = new Set(['contentId', 'contentBytes']);

/** Properties of the derived type can only be selected with its name in front. */
export function renderAttachment(attachment: GraphAttachment, select?: string[]): Record<string, unknown> {
  if (!select) return { ...attachment };
  const all: Record<string, unknown> = { ...attachment };
  const shown: Record<string, unknown> = { '@odata.type': attachment['@odata.type'], id: attachment.id };
  for (const name of select) {
    const own = name.startsWith(derived) ? name.slice(derived.length) : name;
    const allowed = name === own ? baseProperties : fileProperties;
    if (!allowed.has(own)) throw unknownProperty(name, 'attachment');
    if (Object.hasOwn(all, own)) shown[own] = all[own];
  }
  return shown;
}
