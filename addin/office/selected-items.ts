/// <reference types="office-js" />
import { listen, openMailOf } from './current-item.ts';
import type { OpenMail } from './open-mail.ts';
import { promised } from './promised.ts';

/** One of several mails that are selected at once. */
export interface SelectedMail {
  itemId: string;
  subject: string;
  /** Empty in Outlooks that do not tell it. */
  internetMessageId: string;
}

/** The mails that are selected together; none where one alone is open, or where Outlook cannot select several. */
export async function selectedMails(): Promise<SelectedMail[]> {
  const mailbox = Office.context.mailbox;
  if (typeof mailbox?.getSelectedItemsAsync !== 'function') return [];
  const items = await promised<Office.SelectedItemDetails[]>((done) => mailbox.getSelectedItemsAsync(done)).catch(
    () => [],
  );
  const mails = items.filter(({ itemType }) => itemType === 'message');
  return mails.length < 2 ? [] : mails.map(toSelected);
}

function toSelected(item: Office.SelectedItemDetails): SelectedMail {
  return { itemId: item.itemId, subject: item.subject, internetMessageId: item.internetMessageId ?? '' };
}

/** The whole mail, for a service that has not seen it; null in Outlooks that cannot read what is not open. @throws OfficeError */
export async function loadSelected(itemId: string): Promise<OpenMail | null> {
  const mailbox = Office.context.mailbox;
  if (typeof mailbox.loadItemByIdAsync !== 'function') return null;
  const item = await promised<Office.LoadedMessageRead | Office.LoadedMessageCompose>((done) =>
    mailbox.loadItemByIdAsync(itemId, done),
  );
  try {
    return await openMailOf(item as unknown as Office.MessageRead);
  } finally {
    // Outlook holds one loaded mail at a time.
    await promised<void>((done) => item.unloadAsync(done));
  }
}

export function onSelectionChanged(changed: () => void): () => void {
  return listen(Office.EventType?.SelectedItemsChanged ?? 'olkSelectedItemsChanged', changed);
}
