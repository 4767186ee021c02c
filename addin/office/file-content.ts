/// <reference types="office-js" />
import { requireItem } from './current-item.ts';
import type { FileContent } from './open-mail.ts';
import { promised } from './promised.ts';

/**
 * Bytes of files of the mail that is open, one after the other as Outlook wants it. Files that are themselves mails or
 * links into a cloud have none and are left out. @throws StaleItemError, OfficeError
 */
export async function readFiles(itemId: string, ids: string[]): Promise<FileContent[]> {
  const found: FileContent[] = [];
  for (const id of ids) {
    requireItem(itemId);
    const item = Office.context.mailbox.item as Office.MessageRead;
    const { format, content } = await promised<Office.AttachmentContent>((done) =>
      item.getAttachmentContentAsync(id, done),
    );
    if (format === 'base64') found.push({ id, content });
  }
  return found;
}
