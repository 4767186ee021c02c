import * as z from 'zod';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { IncomingMail, MailAttachment } from '../../domain/mail/mail.ts';
import type { MailSender } from '../../ports/mail-sender.ts';
import type { Mailbox } from '../../ports/mailbox.ts';
import type { Log } from '../../ports/system.ts';
import { createAttachments, mayHaveAttachments } from './attachments.ts';
import { createGraphCaller } from './graph-caller.ts';
import { toIncomingMail } from './graph-message.ts';
import { query, segment } from './graph-paths.ts';
import { createInboxReader } from './inbox-reader.ts';
import { createSender } from './sender.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface GraphMailboxOptions {
  /** Such as `https://graph.microsoft.com/v1.0`. */
  baseUrl: string;
  token: () => Promise<string>;
  log: Log;
  /** Graph allows an application 4 requests at once on one mailbox. */
  maxConcurrentPerMailbox?: number;
  /** Milliseconds one call may take with all its retries. */
  timeoutMs?: number;
  maxRetries?: number;
  /** A longer Retry-After is not waited for: the call fails as `throttled` and says how long. */
  longestWaitSeconds?: number;
}

/** All that a mail is made of for us. The internet headers come only when asked for by name. */
const mailFields = [
  'id,internetMessageId,conversationId,subject,body,from,sender,replyTo,toRecipients,ccRecipients',
  'sentDateTime,receivedDateTime,isDraft,hasAttachments,internetMessageHeaders',
].join(',');

const answered = z.object({ id: z.string().min(1) });

/** The shared mailboxes through Microsoft Graph. */
export function createGraphMailbox(options: GraphMailboxOptions): Mailbox & MailSender {
  const log = options.log.with({ part: 'graph' });
  const caller = createGraphCaller({
    baseUrl: options.baseUrl,
    token: options.token,
    log,
    maxConcurrentPerMailbox: options.maxConcurrentPerMailbox ?? 4,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 3,
    longestWaitSeconds: options.longestWaitSeconds ?? 10,
  });
  const attachments = createAttachments(caller);

  async function fetch(mailbox: string, graphId: string): Promise<IncomingMail> {
    const path = `/users/${segment(mailbox)}/messages/${segment(graphId)}${query({ $select: mailFields })}`;
    const raw = await caller.json({ method: 'GET', mailbox, path });
    if (!answered.safeParse(raw).success) throw new Failure('unavailable', 'Graph answered with something else');
    const mail = toIncomingMail(mailbox, raw);
    if (mail.attachments.length > 0 || !mayHaveAttachments(raw, mail)) return mail;
    return { ...mail, attachments: await attachmentsOf(mailbox, graphId) };
  }

  async function attachmentsOf(mailbox: string, graphId: string): Promise<MailAttachment[]> {
    try {
      return await attachments.list(mailbox, graphId);
    } catch (error) {
      if (!isFailure(error, 'not-found')) throw error;
      // Deleted between the two requests: the mail itself was read and still counts.
      log.warn('The attachments of a mail are gone', { mailbox, graphId });
      return [];
    }
  }

  return {
    fetch,
    ...createInboxReader(caller, options.baseUrl),
    attachment: attachments.read,
    ...createSubscriptions(caller),
    ...createSender(caller),
  };
}
