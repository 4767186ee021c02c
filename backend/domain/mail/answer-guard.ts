import { hasHeader, hasNullReturnPath, isPostmaster, localPart } from './bounce-signs.ts';
import { precedenceOf } from './bulk-signs.ts';
import { header, type IncomingMail } from './mail.ts';
import { isOurs } from './our-addresses.ts';

const robots = new RegExp(
  `^(?:${[
    '(?:do[-_.]?)?(?:not|no)[-_.]?(?:reply|respond|answer)[-_.\\w]{0,40}',
    '[-_.\\w]{0,40}[-_.](?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply)',
    'noreply\\+.{0,80}|no-reply\\+.{0,80}',
    'keine?[-_.]?antwort|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|nao[-_.]?responda|no[-_.]?responder|non[-_.]?rispondere',
    'notifications?|notify|notifier|alerts?|alarm|monitoring|nagios|zabbix|automailer|auto[-_.]?(?:mail|reply|confirm|responder)',
    'mailer|robot|bot|daemon|nobody|root|cron|newsletters?|news|bounces?|return|listserv|majordomo|sympa|mailman',
    'bounces?[-+].{0,120}|owner-.{1,80}|.{1,80}-(?:owner|request|bounces?|admin)',
  ].join('|')})$`,
);

/** Why no automatic answer may go to this person's mail, or null when one may (RFC 3834, 2; MS-OXCMAIL). */
export function reasonNotToAnswer(mail: IncomingMail, our: { mailboxes: string[] }): string | null {
  if (mail.from === null || !mail.from.email.includes('@')) return 'No automatic answer: it has no sender.';
  if (suppressed(mail)) return 'No automatic answer: X-Auto-Response-Suppress forbids it.';
  if (hasNullReturnPath(mail)) return 'No automatic answer: the return path is empty.';
  if (precedenceOf(mail) !== null) return 'No automatic answer: Precedence says it went to many.';
  const list = mail.headers.find((one) => /^list-(?:id|post|unsubscribe|help|owner)$/i.test(one.name));
  if (list !== undefined) return 'No automatic answer: it came through a mailing list.';
  if (robots.test(localPart(mail)) || isPostmaster(mail))
    return 'No automatic answer: the sender does not read answers.';
  if (hasHeader(mail, 'x-loop')) return 'No automatic answer: it carries a loop mark.';
  return answersToUs(mail, our) ? 'No automatic answer: it would come back to us.' : null;
}

function suppressed(mail: IncomingMail): boolean {
  const words = (header(mail, 'x-auto-response-suppress') ?? '').toLowerCase().split(/[\s,;]+/);
  return words.some((word) => word === 'all' || word === 'oof' || word === 'autoreply');
}

function answersToUs(mail: IncomingMail, our: { mailboxes: string[] }): boolean {
  return mail.replyTo.some((one) => isOurs(one.email, our.mailboxes));
}
