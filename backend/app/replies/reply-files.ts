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
  demandSizes(files);
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

/** Graph takes a file in one request up to 3 MB; together they must pass the mail servers of others. */
const mostBytes = { each: 3_000_000, together: 20_000_000 };

function demandSizes(files: readonly ReplyFile[]): void {
  let together = 0;
  for (const [at, { bytes }] of files.entries()) {
    together += bytes.byteLength;
    if (bytes.byteLength > mostBytes.each) throw invalid(`attachments.${at}`, 'is larger than 3 MB');
    if (together > mostBytes.together) throw invalid(`attachments.${at}`, 'makes the files larger than 20 MB together');
  }
}
