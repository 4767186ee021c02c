/// <reference types="office-js" />
import { mailer } from './current-item.ts';
import type { Mailer } from './open-mail.ts';
import { promised } from './promised.ts';

/** The mail that is being written, as it stands now. */
export interface DraftMail {
  subject: string;
  to: Mailer[];
  cc: Mailer[];
  /** Of the mail it answers; empty for a new one. */
  conversationId: string;
  text: string;
  attachmentCount: number;
}

/** The mail being written, or null when one is read or nothing is open. */
function composeItem(): Office.MessageCompose | null {
  const item = Office.context.mailbox?.item as Office.MessageCompose | null | undefined;
  // A received mail has its subject as a text, one being written has an object to ask.
  if (item === null || item === undefined || item.itemType !== 'message') return null;
  return typeof item.subject === 'object' ? item : null;
}

export function isComposing(): boolean {
  return composeItem() !== null;
}

/** Null when no mail is being written any more. @throws OfficeError */
export async function readDraft(): Promise<DraftMail | null> {
  const item = composeItem();
  if (item === null) return null;
  const [subject, to, cc, text, files] = await Promise.all([
    promised<string>((done) => item.subject.getAsync(done)),
    promised<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done)),
    promised<Office.EmailAddressDetails[]>((done) => item.cc.getAsync(done)),
    promised<string>((done) => item.body.getAsync('text', done)),
    promised<Office.AttachmentDetailsCompose[]>((done) => item.getAttachmentsAsync(done)),
  ]);
  return {
    subject,
    to: to.map(mailer),
    cc: cc.map(mailer),
    conversationId: item.conversationId ?? '',
    text,
    attachmentCount: files.filter(({ isInline }) => !isInline).length,
  };
}

/** @throws OfficeError */
export async function writeSubject(subject: string): Promise<void> {
  const item = composeItem();
  if (item !== null) await promised<void>((done) => item.subject.setAsync(subject, done));
}

/** @throws OfficeError */
export async function writePeople({ to, cc }: { to?: Mailer[]; cc?: Mailer[] }): Promise<void> {
  const item = composeItem();
  if (item === null) return;
  const given = (people: Mailer[]) => people.map(({ email, name }) => ({ emailAddress: email, displayName: name }));
  if (to !== undefined) await promised<void>((done) => item.to.setAsync(given(to), done));
  if (cc !== undefined) await promised<void>((done) => item.cc.setAsync(given(cc), done));
}

/** Puts formatted text where the cursor is. @throws OfficeError */
export async function insertHtml(html: string): Promise<void> {
  const item = composeItem();
  if (item === null) return;
  await promised<void>((done) =>
    item.body.setSelectedDataAsync(html, { coercionType: Office.CoercionType.Html }, done),
  );
}

/** Puts formatted text in place of everything that was written. @throws OfficeError */
export async function replaceHtml(html: string): Promise<void> {
  const item = composeItem();
  if (item === null) return;
  await promised<void>((done) => item.body.setAsync(html, { coercionType: Office.CoercionType.Html }, done));
}
