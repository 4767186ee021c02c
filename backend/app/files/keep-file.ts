import { refusal, servingOf } from '../../domain/mail/file-rules.ts';
import type { KeptFile, MailAttachment } from '../../domain/mail/mail.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { MessageFiles } from '../../ports/message-files.ts';
import type { Scan } from '../../ports/scan.ts';
import type { Ids } from '../../ports/system.ts';

export interface KeepDeps {
  files: MessageFiles;
  blobs: Blobs;
  scan: Scan;
  ids: Ids;
}

/** Where the bytes of a file lie. */
export function fileKey(ids: Ids, messageId: string, attachmentId: string): string {
  return `files/${messageId}/${ids.derived('file', attachmentId)}`;
}

/**
 * Stores the bytes of a file, unless it is too large, of a dangerous type, or infected.
 * @throws Failure `unavailable` while the scanner or the blobs do not answer
 */
export async function keepFile(
  deps: Omit<KeepDeps, 'files'>,
  messageId: string,
  attachment: Pick<MailAttachment, 'id' | 'name' | 'type'>,
  bytes: Uint8Array,
): Promise<KeptFile> {
  const size = bytes.byteLength;
  const withheld =
    refusal({ name: attachment.name, size }) ?? ((await deps.scan(bytes)) === 'clean' ? null : 'infected');
  if (withheld !== null) return { size, withheld };
  await deps.blobs.put(fileKey(deps.ids, messageId, attachment.id), bytes);
  return { size, withheld: null, ...servingOf(attachment.type, bytes.subarray(0, 16)) };
}
