import type { CaseMessage } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { safeFileName } from '../../domain/mail/file-rules.ts';
import type { KeptFile, MailAttachment } from '../../domain/mail/mail.ts';
import type { WithheldReason } from '../../domain/vocabulary.ts';
import { type FetchDeps, fetchOne } from './fetch-files.ts';
import { fileKey } from './keep-file.ts';

/** A file that may be handed out. */
export interface ReadableFile {
  bytes: Uint8Array;
  /** Safe as a file name on every system. */
  name: string;
  /** Media type it is safe to serve it with. */
  type: string;
  /** True where a browser may show it in place. */
  inline: boolean;
}

const refused: Record<WithheldReason, string> = {
  infected: 'The virus scanner found something in this file. It is not handed out.',
  too_large: 'This file is larger than what is kept. It is in the mailbox.',
  dangerous_type: 'Files of this type can run programs and are not kept. It is in the mailbox.',
  gone: 'This file is no longer in the mailbox, or was only a link.',
};

/**
 * A file of a message with its bytes. One that the job has not brought yet is fetched now.
 * @throws Failure `not-found`; `forbidden` for one that is withheld; `unavailable` when it cannot be fetched now
 */
export async function readFile(
  deps: Omit<FetchDeps, 'clock' | 'log'>,
  messages: CaseMessage[],
  messageId: string,
  attachmentId: string,
): Promise<ReadableFile> {
  const message = messages.find((one) => one.id === messageId);
  const attachment = message?.attachments.find((one) => one.id === attachmentId);
  if (message === undefined || attachment === undefined) throw new Failure('not-found', 'There is no such attachment.');
  const file = (await deps.files.of(messageId))[attachmentId] ?? (await fetchNow(deps, message, attachment));
  if (file.withheld !== null) throw new Failure('forbidden', refused[file.withheld]);
  const bytes = await deps.blobs.get(fileKey(deps.ids, messageId, attachmentId));
  if (bytes === undefined) throw new Failure('unavailable', 'The file is missing from the store.');
  return { bytes, name: safeFileName(attachment.name), type: file.type, inline: file.inline };
}

async function fetchNow(
  deps: Omit<FetchDeps, 'clock' | 'log'>,
  { id: messageId, graph }: CaseMessage,
  attachment: MailAttachment,
): Promise<KeptFile> {
  if (graph === null) throw new Failure('not-found', 'This file was never handed over.');
  return fetchOne(deps, { messageId, mailbox: graph.mailbox, graphId: graph.id }, attachment);
}
