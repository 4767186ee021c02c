import type {
  SandboxDelivered,
  SandboxFile,
  SandboxInbox,
  SandboxListedMail,
  SandboxMail,
  SandboxOpenMail,
  SandboxSent,
} from '../contracts/sandbox.ts';
import { Failure } from '../domain/failure.ts';
import type { MailFate } from '../domain/mail/mail.ts';
import type { MailText } from '../ports/mail-text.ts';
import type { GraphEmulator } from './graph-emulator/emulator.ts';
import type { GraphMessage, Recipient } from './graph-emulator/graph-types.ts';
import { sentMail, writtenMail } from './written-mail.ts';

export interface KnownFate {
  fate: MailFate;
  caseNumber: string | null;
}

export interface MailroomDeps {
  emulator: Pick<GraphEmulator, 'deliver' | 'list' | 'sendByOutlook'>;
  /** Watched mailboxes, lower case. */
  mailboxes: string[];
  /** What became of a mail; undefined while it is on its way. */
  fateOf: (internetMessageId: string) => Promise<KnownFate | undefined>;
  mailText: MailText;
}

/** The mailboxes as the sandbox page shows them, and a pen to write into them. */
export interface Mailroom {
  /** Newest first. */
  inbox(limit: number): Promise<SandboxInbox>;
  /** @throws Failure `not-found` */
  open(id: string): Promise<SandboxOpenMail>;
  /** @throws Failure `invalid` for a mailbox that is not watched or a mail to answer that is not there */
  write(mail: SandboxMail): Promise<SandboxDelivered>;
  /** Sends as an agent with this name would from Outlook. @throws Failure `invalid` as `write` does */
  send(mail: SandboxSent, agentName: string): SandboxDelivered;
  /** @throws Failure `not-found` */
  file(mailId: string, fileId: string): SandboxFile;
}

interface Placed {
  mailbox: string;
  mail: GraphMessage;
}

export function createMailroom(deps: MailroomDeps): Mailroom {
  const { emulator, mailboxes, mailText } = deps;

  function placed(folder: 'inbox' | 'sentitems'): Placed[] {
    return mailboxes.flatMap((mailbox) => emulator.list(mailbox, folder).map((mail) => ({ mailbox, mail })));
  }

  async function listed({ mailbox, mail }: Placed): Promise<SandboxListedMail> {
    return {
      id: mail.id,
      mailbox,
      internetMessageId: mail.internetMessageId,
      conversationId: mail.conversationId,
      from: mail.from === null ? null : person(mail.from),
      subject: mail.subject ?? '',
      preview: mail.bodyPreview,
      receivedAt: mail.receivedDateTime,
      hasAttachments: mail.hasAttachments,
      fate: shownFate(await deps.fateOf(mail.internetMessageId)),
    };
  }

  async function inbox(limit: number): Promise<SandboxInbox> {
    // Reversed first: of mails that arrived in the same second, the later one is the newer.
    const all = placed('inbox').toReversed();
    all.sort((a, b) => b.mail.receivedDateTime.localeCompare(a.mail.receivedDateTime));
    return { items: await Promise.all(all.slice(0, limit).map(listed)), total: all.length };
  }

  function found(id: string): Placed {
    const placedMail = placed('inbox').find(({ mail }) => mail.id === id);
    if (placedMail === undefined) throw new Failure('not-found', 'There is no such mail.');
    return placedMail;
  }

  function file(mailId: string, fileId: string): SandboxFile {
    const attachment = found(mailId).mail.attachments.find(({ id }) => id === fileId);
    if (attachment?.contentBytes === undefined) throw new Failure('not-found', 'There is no such file.');
    const { name, contentType, contentBytes } = attachment;
    return { name, type: contentType ?? 'application/octet-stream', content: contentBytes };
  }

  async function open(id: string): Promise<SandboxOpenMail> {
    const opened = found(id);
    const { mail } = opened;
    const { contentType: type, content } = mail.body;
    const { visibleText, safeHtml } = mailText.read({ type, content });
    return {
      ...(await listed(opened)),
      to: mail.toRecipients.map(person),
      cc: mail.ccRecipients.map(person),
      text: visibleText,
      safeHtml,
      attachments: mail.attachments.map((file) => ({
        id: file.id,
        name: file.name,
        type: file.contentType ?? 'application/octet-stream',
        size: file.size,
      })),
    };
  }

  async function write(mail: SandboxMail): Promise<SandboxDelivered> {
    const mailbox = withoutPlus(mail.to.toLowerCase());
    if (!mailboxes.includes(mailbox)) throw invalid('to', `is not one of ${mailboxes.join(', ')}`);
    const parent = mail.inReplyTo === undefined ? undefined : answered(mail.inReplyTo);
    const { internetMessageId, message } = writtenMail(mail, parent);
    const { id } = await emulator.deliver(mailbox, message);
    return { id, internetMessageId };
  }

  function send(mail: SandboxSent, agentName: string): SandboxDelivered {
    const mailbox = mail.from.toLowerCase();
    if (!mailboxes.includes(mailbox)) throw invalid('from', `is not one of ${mailboxes.join(', ')}`);
    const parent = mail.inReplyTo === undefined ? undefined : answered(mail.inReplyTo);
    const { internetMessageId, message } = sentMail(mail, agentName, parent);
    const { id } = emulator.sendByOutlook(mailbox, message);
    return { id, internetMessageId };
  }

  function answered(id: string): GraphMessage {
    const found = [...placed('inbox'), ...placed('sentitems')].find(({ mail }) => mail.id === id);
    if (found === undefined) throw invalid('inReplyTo', 'names no mail');
    return found.mail;
  }

  return { inbox, open, write, send, file };
}

function invalid(path: string, message: string): Failure {
  return new Failure('invalid', `${path} ${message}.`, { faults: [{ path, message }] });
}

function shownFate(known: KnownFate | undefined): SandboxListedMail['fate'] {
  if (known === undefined) return null;
  const { kind, outcome, reason, receivedAt, decidedAt } = known.fate;
  const tookMs = Math.max(0, Date.parse(decidedAt) - Date.parse(receivedAt));
  return { kind, outcome, caseNumber: known.caseNumber, reason, tookMs };
}

function person(recipient: Recipient): { email: string; name: string } {
  return { email: recipient.emailAddress?.address ?? '', name: recipient.emailAddress?.name ?? '' };
}

function withoutPlus(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.split('+')[0]}@${domain}`;
}
