import type { MailKind } from '../vocabulary.ts';
import { reasonNotToAnswer } from './answer-guard.ts';
import { autoReplyReason } from './auto-reply-signs.ts';
import { bounceReason, isReport } from './bounce-signs.ts';
import { bulkReason } from './bulk-signs.ts';
import { header, type IncomingMail, type Judgement } from './mail.ts';
import { isOurs } from './our-addresses.ts';
import { plainBody } from './plain-body.ts';

/** What is ours. */
export interface OurSide {
  /** Addresses of the watched mailboxes, compared without case. */
  mailboxes: string[];
}

/**
 * Says what a mail is and whether an automatic answer may go to its sender (RFC 3834). Two separate answers: mail of a
 * person may still forbid an answer. Works with whatever headers are left; with none it goes by sender, subject and text.
 */
export function judge(incoming: IncomingMail, our: OurSide): Judgement {
  const mail: IncomingMail = { ...incoming, body: { type: 'text', content: plainBody(incoming.body) } };
  const [kind, reason] = kindOf(mail, our);
  const reasons = [reason];
  if (kind !== 'human') return { kind, mayAutoRespond: false, reasons };
  const objection = reasonNotToAnswer(mail, our);
  if (objection !== null) reasons.push(objection);
  return { kind, mayAutoRespond: objection === null, reasons };
}

function kindOf(mail: IncomingMail, our: OurSide): [MailKind, string] {
  const feedback = feedbackReason(mail);
  if (feedback !== null) return ['feedback_report', feedback];
  const own = ownReason(mail, our);
  if (own !== null) return ['own_message', own];
  const bounce = bounceReason(mail);
  if (bounce !== null) return ['bounce', bounce];
  const automatic = autoReplyReason(mail);
  const bulk = bulkReason(mail);
  if (bulk !== null && (automatic === null || isGenerated(mail))) return ['bulk', bulk];
  if (automatic !== null) return ['auto_reply', automatic];
  return ['human', 'Nothing says that a machine wrote it.'];
}

/** An abuse report of a mail provider (RFC 5965). */
function feedbackReason(mail: IncomingMail): string | null {
  const contentType = (header(mail, 'content-type') ?? '').toLowerCase();
  const attached = mail.attachments.some((one) => /^message\/feedback-report/i.test(one.type));
  if (attached || isReport(contentType, 'feedback-report')) return 'It is an abuse report of a mail provider.';
  const text = mail.body.content.slice(0, 20_000);
  const fields = /^feedback-type\s?:/im.test(text) && /^user-agent\s?:/im.test(text) && /^version\s?:/im.test(text);
  return fields ? 'The text is an abuse report of a mail provider.' : null;
}

function ownReason(mail: IncomingMail, our: OurSide): string | null {
  if (header(mail, 'x-handyconnect-case') !== undefined) return 'It carries our own case header: we sent it.';
  return mail.from !== null && isOurs(mail.from.email, our.mailboxes)
    ? 'It comes from one of our own mailboxes.'
    : null;
}

function isGenerated(mail: IncomingMail): boolean {
  return /^\s*auto-generated/i.test(header(mail, 'auto-submitted') ?? '');
}
