import { safeFileName } from '../../domain/mail/file-rules.ts';
import type { MailAttachment } from '../../domain/mail/mail.ts';
import type { WithheldReason } from '../../domain/vocabulary.ts';
import { keepFile } from '../files/keep-file.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { invalid } from './reply-text.ts';
import type { ReplyFile } from './reply-use-cases.ts';

const refused: Record<WithheldReason, string> = {
  infected: 'is refused by the virus scanner',
  too_large: 'is too large to be sent',
  dangerous_type: 'is of a type that mail programs refuse',
  gone: 'is gone',
};

/** Stores the files of a reply before the reply itself. @throws Failure `invalid` naming a file that may not be sent */
export async function storeReplyFiles(
  deps: ReplyDeps,
  messageId: string,
  files: readonly ReplyFile[],
): Promise<MailAttachment[]> {
  const attachments: MailAttachment[] = [];
  for (const [at, { name, type, bytes }] of files.entries()) {
    const id = `f${at}`;
    const safe = { id, name: safeFileName(name), type };
    const kept = await keepFile(deps, messageId, safe, bytes);
    if (kept.withheld !== null) throw invalid(`attachments.${at}`, refused[kept.withheld]);
    await deps.files.settle(messageId, { [id]: kept });
    attachments.push({ ...safe, size: bytes.byteLength, inline: false, contentId: null });
  }
  return attachments;
}
