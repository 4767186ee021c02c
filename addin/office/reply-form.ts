/// <reference types="office-js" />
import { requireItem } from './current-item.ts';
import { promised } from './promised.ts';

/**
 * Opens Outlook's own form for an answer to everybody on the open mail, with this text above the quoted mail. Nothing is
 * sent: the agent reads, changes and sends it. @throws StaleItemError, OfficeError
 */
export async function openReplyForm(itemId: string, htmlBody: string): Promise<void> {
  requireItem(itemId);
  const item = Office.context.mailbox.item as Office.MessageRead;
  if (typeof item.displayReplyAllFormAsync === 'function')
    await promised<void>((done) => item.displayReplyAllFormAsync({ htmlBody }, done));
  else item.displayReplyAllForm({ htmlBody });
}
