import { isFailure } from '../../domain/failure.ts';
import { refusal } from '../../domain/mail/file-rules.ts';
import type { KeptFile, MailAttachment } from '../../domain/mail/mail.ts';
import type { Mailbox } from '../../ports/mailbox.ts';
import type { AwaitedFiles } from '../../ports/message-files.ts';
import type { Clock, Log } from '../../ports/system.ts';
import { type KeepDeps, keepFile } from './keep-file.ts';

export interface FetchDeps extends KeepDeps {
  mailbox: Mailbox;
  clock: Clock;
  log: Log;
}

const batchSize = 50;
/** Half of the requests that Graph grants a mailbox at once: new mail goes before old files. */
const atOnce = 2;
const longestWaitMs = 3_600_000;
const triesBeforeGivingUp = 60;

/** Brings the files of recorded messages from the mailbox into the store, as many as are due. */
export async function fetchFiles(deps: FetchDeps): Promise<void> {
  for (;;) {
    const due = await deps.files.due(deps.clock.now(), batchSize);
    const queue = due[Symbol.iterator]();
    await Promise.all(Array.from({ length: atOnce }, () => work(deps, queue)));
    if (due.length < batchSize) return;
  }
}

async function work(deps: FetchDeps, queue: Iterator<AwaitedFiles>): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) await fetchAll(deps, next.value);
}

async function fetchAll(deps: FetchDeps, awaited: AwaitedFiles): Promise<void> {
  const { messageId, attachments, attempts } = awaited;
  try {
    const kept: Record<string, KeptFile> = {};
    for (const attachment of attachments) kept[attachment.id] = await fetchOne(deps, awaited, attachment);
    await deps.files.settle(messageId, kept);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.warn('files of a message wait', { messageId, attempts: attempts + 1, reason });
    if (attempts >= triesBeforeGivingUp) return deps.files.settle(messageId, allGone(attachments));
    const asked = isFailure(error) ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
    const waitMs = Math.max(asked, Math.min(longestWaitMs, 5_000 * 2 ** Math.min(attempts, 12)));
    await deps.files.postpone(awaited, new Date(deps.clock.nowMs() + waitMs).toISOString());
  }
}

/** One file from the mailbox into the store. @throws Failure when that may succeed later */
export async function fetchOne(
  deps: Omit<FetchDeps, 'files' | 'log' | 'clock'>,
  where: { messageId: string; mailbox: string; graphId: string },
  attachment: MailAttachment,
): Promise<KeptFile> {
  const withheld = refusal(attachment);
  if (withheld !== null) return { size: attachment.size, withheld };
  try {
    const { bytes, type } = await deps.mailbox.attachment(where.mailbox, where.graphId, attachment.id);
    return await keepFile(deps, where.messageId, { ...attachment, type }, bytes);
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    return { size: attachment.size, withheld: 'gone' };
  }
}

function allGone(attachments: MailAttachment[]): Record<string, KeptFile> {
  return Object.fromEntries(attachments.map(({ id, size }) => [id, { size, withheld: 'gone' as const }]));
}
