import { hasHeader } from './bounce-signs.ts';
import { header, type IncomingMail } from './mail.ts';
import { continuesAnother } from './thread-ids.ts';

/** Headers that only mass mailers set. */
const campaignHeaders = [
  'list-unsubscribe-post',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mailer-campaign',
  'x-mc-user',
  'x-mandrill-user',
  'x-sfmc-stack',
  'x-mailchimp-campaign',
  'x-newsletter',
  'x-cmailer',
  'x-rpcampaign',
  'x-sib-id',
  'x-mailgun-campaign-id',
];

/**
 * What speaks for mail sent to many at once with nobody waiting for an answer. A discussion on a mailing list is not
 * that, though it carries List-Id and Precedence: its posts are answers, or can be answered to the list (List-Post).
 */
export function bulkReason(mail: IncomingMail): string | null {
  const unsubscribe = hasHeader(mail, 'list-unsubscribe');
  const campaign = campaignHeaders.find((name) => hasHeader(mail, name));
  if (campaign !== undefined && (unsubscribe || !continuesAnother(mail))) {
    return `The header ${campaign} is set, which mass mailers do.`;
  }
  if (continuesAnother(mail) || isDiscussion(mail)) return null;
  if (unsubscribe) return 'It offers to unsubscribe and answers nothing.';
  const precedence = precedenceOf(mail);
  return precedence === null ? null : `Precedence says ${precedence} and it answers nothing.`;
}

/** `bulk`, `list` or `junk` when a Precedence header says so (RFC 2076), else null. */
export function precedenceOf(mail: IncomingMail): string | null {
  const values = mail.headers.filter((one) => one.name.toLowerCase() === 'precedence');
  const words = values.map((one) => one.value.slice(0, 100).trim().toLowerCase());
  return words.find((word) => /^(?:bulk|list|junk)\b/.test(word)) ?? null;
}

/** A list that takes posts from its members (RFC 2369: `NO` means it does not). */
function isDiscussion(mail: IncomingMail): boolean {
  const post = header(mail, 'list-post');
  if (post !== undefined) return !/^\s*no\b/i.test(post);
  return hasHeader(mail, 'x-mailman-version') || hasHeader(mail, 'x-beenthere') || hasHeader(mail, 'mailing-list');
}
