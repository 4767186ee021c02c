import { type DeliveryReport, deliveryReport } from '../../domain/mail/delivery-report.ts';
import { forwardedWriter } from '../../domain/mail/forwarded-writer.ts';
import { judge } from '../../domain/mail/judge.ts';
import {
  type Address,
  header,
  type IncomingAttachment,
  type IncomingMail,
  type Judgement,
} from '../../domain/mail/mail.ts';
import { isOurs } from '../../domain/mail/our-addresses.ts';
import { isForward } from '../../domain/mail/thread-ids.ts';
import type { MailboxOptions } from '../../ports/mailbox-options.ts';
import type { IntakeDeps } from './deps.ts';
import { mailKeyOf } from './mail-key.ts';

/** A mail with everything that it says about itself. */
export interface StudiedMail {
  mail: IncomingMail;
  mailKey: string;
  judgement: Judgement;
  /** What it reports on, where it is a bounce or an abuse report. */
  report: DeliveryReport | null;
  /** True when one of our agents wrote it. */
  byAgent: boolean;
  /** Whose matter it is: the writer, or who wrote the mail that an agent passes on. */
  requester: Address;
  options: MailboxOptions;
}

export type StudyDeps = Pick<IntakeDeps, 'ids' | 'directory' | 'ourMailboxes' | 'optionsOf'>;

/** Bytes of a part of a report, or null when they cannot be had. */
export type ReadPart = (attachment: IncomingAttachment) => Promise<Uint8Array | null>;

const nobody: Address = { email: 'unknown@invalid', name: 'Unknown sender' };
const longestPart = 200_000;
const reportParts = /^(?:message\/|text\/rfc822-headers|text\/plain|application\/octet-stream)/;

/** Judges a mail and reads what its kind says: who it is about, and which mail it reports on. */
export async function studyMail(
  deps: StudyDeps,
  mail: IncomingMail,
  readPart: ReadPart,
  lies: 'received' | 'sent' = 'received',
): Promise<StudiedMail> {
  const judgement = judge(mail, { mailboxes: deps.ourMailboxes });
  const byAgent = lies === 'sent' ? isTyped(mail) : await isAgent(deps, mail.from);
  const { kind } = judgement;
  const reports = kind === 'bounce' || kind === 'feedback_report';
  return {
    mail,
    mailKey: mailKeyOf(deps.ids, mail),
    judgement,
    report: reports ? deliveryReport(mail, kind, await partsOf(mail, readPart)) : null,
    byAgent,
    requester: (byAgent ? await passedOnBy(deps, mail) : null) ?? writerOf(mail),
    options: await deps.optionsOf(mail.mailbox),
  };
}

/** Bytes that came along with a mail that a client handed over. */
export const broughtPart: ReadPart = async ({ bytes }) => bytes ?? null;

function writerOf(mail: IncomingMail): Address {
  return mail.from ?? mail.sender ?? mail.replyTo[0] ?? nobody;
}

/** Among the sent mails, those that neither we nor another machine wrote. */
function isTyped(mail: IncomingMail): boolean {
  const marks = ['x-handyconnect-case', 'x-handyconnect-message', 'auto-submitted'];
  return marks.every((name) => (header(mail, name) ?? 'no').toLowerCase() === 'no') && !isForward(mail);
}

async function isAgent({ directory }: StudyDeps, person: Address | null): Promise<boolean> {
  if (person === null) return false;
  return (await directory.agents()).some((agent) => agent.email.toLowerCase() === person.email);
}

async function passedOnBy(deps: StudyDeps, mail: IncomingMail): Promise<Address | null> {
  if (!isForward(mail)) return null;
  const writer = forwardedWriter(mail);
  if (writer === null || isOurs(writer.email, deps.ourMailboxes) || (await isAgent(deps, writer))) return null;
  return writer;
}

async function partsOf(mail: IncomingMail, readPart: ReadPart): Promise<string[]> {
  const parts = mail.attachments.filter(({ type, size }) => reportParts.test(type) && size <= longestPart * 50);
  const bytes = await Promise.all(parts.slice(0, 4).map(readPart));
  return bytes.flatMap((one) => (one === null ? [] : [latin1(one.subarray(0, longestPart))]));
}

/** Fields and addresses are ASCII; whatever else a part holds is not looked at. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_000) text += String.fromCharCode(...bytes.subarray(at, at + 8_000));
  return text;
}
