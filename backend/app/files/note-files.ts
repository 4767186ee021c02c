import type { IncomingMail, KeptFile } from '../../domain/mail/mail.ts';
import type { Clock } from '../../ports/system.ts';
import { type KeepDeps, keepFile } from './keep-file.ts';

/**
 * Sees to it that the files of a mail are stored with the message it becomes: at once where the mail was handed over
 * with their bytes, later by a job where they lie in the mailbox. To be called before the message is recorded, so that
 * no crash can forget them; should the message never be recorded, nobody asks for its files.
 */
export async function noteFiles(
  deps: KeepDeps & { clock: Clock },
  mail: IncomingMail,
  messageId: string,
): Promise<void> {
  if (mail.attachments.length === 0) return;
  const brought: Record<string, KeptFile> = {};
  for (const { bytes, ...attachment } of mail.attachments) {
    if (bytes !== undefined) brought[attachment.id] = await keepFile(deps, messageId, attachment, bytes);
  }
  if (Object.keys(brought).length > 0) await deps.files.settle(messageId, brought);
  const missing = mail.attachments.filter((one) => one.bytes === undefined);
  if (mail.graphId === null || missing.length === 0) return;
  const { mailbox, graphId } = mail;
  await deps.files.expect({ messageId, mailbox, graphId, attachments: missing, notBefore: deps.clock.now() });
}
