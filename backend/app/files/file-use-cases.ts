import type { CaseMessage } from '../../domain/case/case.ts';
import type { FetchDeps } from './fetch-files.ts';
import { type ReadableFile, readFile } from './read-file.ts';

/** The files that came with mails. */
export interface FileUseCases {
  /** @throws Failure `not-found`, `forbidden` for a withheld file, `unavailable` */
  readFile(ref: string, messageId: string, attachmentId: string): Promise<ReadableFile>;
}

export function bindFiles(
  deps: Omit<FetchDeps, 'clock' | 'log'>,
  messagesOf: (ref: string) => Promise<CaseMessage[]>,
): FileUseCases {
  return {
    readFile: async (ref, messageId, attachmentId) => readFile(deps, await messagesOf(ref), messageId, attachmentId),
  };
}

/** Messages with what is known of their files. */
export async function withFiles(
  deps: { files: Pick<FetchDeps['files'], 'of'> },
  messages: CaseMessage[],
): Promise<CaseMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      if (message.attachments.length === 0) return message;
      const known = await deps.files.of(message.id);
      return { ...message, attachments: message.attachments.map((one) => ({ ...one, file: known[one.id] })) };
    }),
  );
}
