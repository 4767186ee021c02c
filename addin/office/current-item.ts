/// <reference types="office-js" />
import type { Mailer, OpenMail } from './open-mail.ts';
import { promised } from './promised.ts';

/** Another mail is open by now than the one that was acted upon. */
export class StaleItemError extends Error {
  constructor() {
    super('Another mail is open by now.');
    this.name = 'StaleItemError';
  }
}

/** The received mail that is open, or null: nothing selected, an appointment, or a draft. */
function readItem(): Office.MessageRead | null {
  const item = Office.context.mailbox?.item as Office.MessageRead | null | undefined;
  if (item === null || item === undefined) return null;
  // While a mail is written its subject is an object to ask, and it has no Message-ID yet.
  if (item.itemType !== 'message' || typeof item.subject !== 'string' || !item.itemId) return null;
  return item;
}

/** @throws StaleItemError unless this mail is still the open one; a pinned pane outlives the mail it was opened on */
export function requireItem(itemId: string): void {
  if (readItem()?.itemId !== itemId) throw new StaleItemError();
}

/** The open mail with its body, or null when there is none. @throws StaleItemError when it changes while being read */
export async function currentItem(): Promise<OpenMail | null> {
  const item = readItem();
  if (item === null) return null;
  const mail = await openMailOf(item);
  requireItem(mail.itemId);
  return mail;
}

/** A received mail with its body. @throws OfficeError */
export async function openMailOf(item: Office.MessageRead): Promise<OpenMail> {
  // Outlook swaps what stands behind `item` when another mail is selected: everything but the body is read at once.
  const facts = factsOf(item);
  const [text, html, mailbox] = await Promise.all([body(item, 'text'), body(item, 'html'), sharedMailbox(item)]);
  const own = Office.context.mailbox.userProfile.emailAddress;
  const lies = { mailbox: mailbox ?? own, ownMailbox: mailbox === null || mailbox === own };
  return { ...facts, text: text ?? '', html: html ?? '', unreadable: text === null && html === null, ...lies };
}

/** Null where Outlook does not let add-ins read the body, as with encrypted and protected mail. */
function body(item: Office.MessageRead, type: 'text' | 'html'): Promise<string | null> {
  return promised<string>((done) => item.body.getAsync(type, done)).catch(() => null);
}

/** Address of the shared mailbox the mail lies in; null when Outlook cannot tell, which does not mean there is none. */
async function sharedMailbox(item: Office.MessageRead): Promise<string | null> {
  if (typeof item.getSharedPropertiesAsync !== 'function') return null;
  const shared = await promised<Office.SharedProperties>((done) => item.getSharedPropertiesAsync(done)).catch(
    () => null,
  );
  return shared?.owner ?? null;
}

function factsOf(item: Office.MessageRead): Omit<OpenMail, 'text' | 'html' | 'unreadable' | 'mailbox' | 'ownMailbox'> {
  return {
    itemId: item.itemId,
    internetMessageId: item.internetMessageId,
    conversationId: item.conversationId,
    subject: item.subject,
    from: item.from ? mailer(item.from) : null,
    to: item.to.map(mailer),
    cc: item.cc.map(mailer),
    receivedAt: new Date(item.dateTimeCreated).toISOString(),
    attachments: item.attachments.map((file) => ({
      id: file.id,
      name: file.name,
      type: file.contentType,
      size: file.size,
      inline: file.isInline,
    })),
  };
}

/** A person as Outlook tells of one. */
export function mailer(details: Office.EmailAddressDetails): Mailer {
  return { email: details.emailAddress, name: details.displayName || details.emailAddress };
}

/** Calls back whenever another mail is selected, or none. Answers a function that stops it. */
export function onItemChanged(changed: () => void): () => void {
  return listen(Office.EventType?.ItemChanged ?? 'olkItemSelectedChanged', changed);
}

/** Listens to an event of the mailbox; a host that does not know the event is as good as one that never raises it. */
export function listen(event: Office.EventType | string, handler: () => void): () => void {
  const mailbox = Office.context.mailbox;
  if (!mailbox) return () => {};
  promised<void>((done) => mailbox.addHandlerAsync(event, handler, done)).catch(() => {});
  return () => {
    promised<void>((done) => mailbox.removeHandlerAsync(event, done)).catch(() => {});
  };
}
