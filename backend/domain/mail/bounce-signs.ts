import { fold } from './fold.ts';
import { header, type IncomingMail } from './mail.ts';
import { subjectPrefix } from './subject.ts';

const daemonName =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|maildaemon|mail[-_.]delivery[-_.]?(?:subsystem|system)?)$/;
const postmasterName =
  /^(?:post[-_.]?master(?:[-_.][\w.-]{1,40})?|microsoftexchange[0-9a-f]{8,64}|mailsystem|smtp|mmdf)$/;
const daemonTitle =
  /\b(?:mail(?:er)?[- ]?daemon|mail delivery (?:sub)?system|mail system|postmaster|mail administrator|mail delivery service|system administrator|systemadministrator)\b/i;

const subjects = new RegExp(
  fold(
    `^(?:${[
      'undeliver(?:ed|able)\\b',
      '(?:e-?)?mail undeliverable',
      'message undeliverable',
      'non[- ]?delivery\\b',
      'delivery (?:status notification|failure|failed|has failed|problem|report|error|unsuccessful|delayed|final failure|notification)',
      '(?:permanent |temporary )?delivery (?:failure|has failed|delayed)',
      '(?:your )?(?:e-?mail|mail|message)s? (?:delivery )?(?:could not be|cannot be|was not|not|couldn.t be|can.t be|has not been) delivered',
      '(?:e-?mail|mail|message) (?:delivery (?:fail|problem|error|status|has|delayed)|delayed|status|system error|status report)',
      'mail delivery (?:failed|failure|system|error|problem|status|delayed)',
      'mail failure',
      'mail error',
      'returned (?:mail|e-?mail|message|to sender)',
      'return(?:ing)? (?:mail|message)',
      'delayed (?:mail|message)',
      '(?:warning: )?(?:could not send|message .{0,60} delayed)',
      'failure notice',
      'failed (?:mail|delivery|to deliver)',
      'failure delivery',
      'fail(?:ed|ure) (?:notice|notification)',
      'undelivered mail',
      'unable to deliver',
      'deliver(?:y)? fail',
      'notification of (?:undelivered|delivery)',
      'dsn\\b',
      'ndn\\b',
      'ndr\\b',
      'rejected mail',
      'postmaster notify',
      'bounced? (?:mail|e-?mail|message)',
      'unzustellbar',
      '(?:e-?mail|mail|nachricht).{0,40}(?:nicht zugestellt|unzustellbar|zustellung)',
      'zustellung.{0,30}(?:fehlgeschlagen|verz|nicht)',
      'non remis|non distribu|message non (?:remis|distribu)|echec de (?:la )?(?:remise|livraison|distribution)|avis de non[- ]remise',
      'no se puede entregar|no entregad|devuelto|correo devuelto|mensaje no entregado|error en la entrega',
      'nao (?:foi )?entregue|nao e possivel entregar|mensagem (?:nao|devolvida)|falha na entrega|devolvid|correio devolvido',
      'mancato recapito|non recapitabile|impossibile recapitare|messaggio non (?:consegnat|recapit)|notifica di mancat',
      'onbestelbaar|niet[- ]bezorg|kan niet worden bezorgd|mail niet bezorgd',
      'niedostarczon|nie (?:mozna dostarczyc|dostarczono)|zwrot',
      'nedorucitelne|nedorucen|nelze dorucit',
      'det gick inte att leverera|kunde inte levereras|olevererbar',
      'kan ikke leveres|ikke leverbar|kunne ikke leveres|uleverbar|leveringsfejl',
      'ei voitu toimittaa|toimitus epaonnistui|perille toimittamaton',
      'kezbesithetetlen|kezbesitesi hiba|kezbesithetetlen',
      'iletilemedi|teslim edilemedi|teslim edilemeyen',
      'nelivrabil|nedostavlen',
      'недоставленн|не удается доставить|недоставлен|сообщение не доставлено|не доставлено|невозможно доставить',
      'μη παραδοτε|αδυναμια παραδοσης|δεν παραδοθηκε',
      '配信不能|配信エラ|配達不能|配信できません|未配信|メール配信|不達|エラーメール',
      '未送达|无法送达|未传递|无法投递|退信|投递失败|系统退信|未能送达|無法傳遞|無法送達|未傳遞|退件',
      '배달되지 않|전송 실패|반송|배달할 수 없',
      'לא ניתן למסירה|לא נמסר',
      'تعذر التسليم|لم يتم تسليم',
    ].join('|')})`,
  ),
  'iu',
);

const machineFields =
  /^(?:final-recipient|original-recipient|diagnostic-code|reporting-mta|remote-mta|x-actual-recipient)\s?:/im;
const actionField =
  /^(?:action\s?:\s?(?:failed|delayed|expired|relayed|deliverable|delivered)|status\s?:\s?[245]\.\d{1,3}\.\d{1,3})/im;
const transcript = new RegExp(
  [
    '(?:the following|this) (?:address|recipient)(?:es|s|\\(es\\)|\\(s\\))? (?:had|failed|has|could)',
    'could not be delivered to',
    "(?:wasn't|was not|weren't|were not|unable|not able|could not|couldn't) (?:able )?(?:to )?(?:be )?deliver",
    'following (?:message|recipients?|address(?:es)?|e-?mail)[^\\n]{0,60}(?:undeliverable|not be delivered|could not be reached|failed)',
    'transcript of session follows',
    'delivery (?:to the following|has failed|failed|attempt)',
    'undeliverable (?:mail|message|to)',
    'permanent (?:fatal )?(?:error|failure)',
    'user unknown|unknown user|mailbox (?:is )?(?:full|unavailable|not found)|no such (?:user|mailbox|recipient)|over quota|quota exceeded',
    'host or domain name not found',
    'returned (?:to sender|mail|message)|original message (?:follows|was|is)|copy of the original|below this line is a copy',
    'automatic(?:ally)? (?:generated )?(?:delivery|mail|message|reply)',
    'smtp error|remote (?:host|server)[^\\n]{0,40}(?:said|respon|replied)|(?:host|server) [^\\n]{0,60}said:',
    'cannot be sent|could not be sent|error sending|message rejected',
  ].join('|'),
  'i',
);
const enhancedCode = /\b(?:[45]\.\d{1,2}\.\d{1,3}\b|(?:42[12]|45[0-4]|55[0-4])[ -])/;

/** What speaks for a mail being a report about undelivered mail. */
export function bounceReason(mail: IncomingMail): string | null {
  const contentType = fold(header(mail, 'content-type') ?? '');
  if (isReport(contentType, 'delivery-status')) return 'It is a delivery status report (multipart/report).';
  if (mail.attachments.some((one) => /^message\/(?:global-)?delivery-status/i.test(one.type))) {
    return 'It carries a delivery status report.';
  }
  if (hasHeader(mail, 'x-failed-recipients')) return 'X-Failed-Recipients names addresses that mail could not reach.';
  if (hasHeader(mail, 'x-ms-exchange-message-is-ndr')) return 'Exchange marks it as a non-delivery report.';
  return byWriter(mail) ?? byStructure(mail);
}

/** True for `multipart/report` of this report type (RFC 6522). */
export function isReport(contentType: string, type: string): boolean {
  return contentType.includes('multipart/report') && contentType.replace(/["'\s]/g, '').includes(`report-type=${type}`);
}

function byWriter(mail: IncomingMail): string | null {
  const daemon = isDaemon(mail);
  if (daemon) return 'The sender is a mail server (mailer-daemon).';
  const postmaster = isPostmaster(mail);
  const nobody = hasNullReturnPath(mail);
  if (!postmaster && !nobody) return null;
  const who = postmaster ? 'The sender is a postmaster' : 'The return path is empty';
  if (subjects.test(plainSubject(mail))) return `${who} and the subject speaks of undelivered mail.`;
  const opening = mail.body.content.slice(0, 6000);
  if (machineFields.test(opening) || (transcript.test(opening) && enhancedCode.test(opening))) {
    return `${who} and the text is a delivery report.`;
  }
  return postmaster && (nobody || transcript.test(opening)) ? `${who} and the text speaks of undelivered mail.` : null;
}

/** Reports without a telling sender: only what no person would write, and never in an answer or a forward. */
function byStructure(mail: IncomingMail): string | null {
  if (subjectPrefix(mail.subject) !== null) return null;
  const text = mail.body.content.slice(0, 20_000);
  if (machineFields.test(text) && actionField.test(text))
    return 'The text is a delivery status report (RFC 3464 fields).';
  const opening = text.slice(0, 3000);
  const told = subjects.test(plainSubject(mail)) && transcript.test(opening);
  if (told && (enhancedCode.test(opening) || /^(?:return-path|received|message-id)\s?:/im.test(text))) {
    return 'Subject and text are those of a delivery report.';
  }
  return null;
}

/** True for an empty return path, which says that nobody is to answer (RFC 5321, 4.5.5). */
export function hasNullReturnPath(mail: IncomingMail): boolean {
  return mail.headers.some((one) => one.name.toLowerCase() === 'return-path' && /^\s*<?\s*>?\s*$/.test(one.value));
}

/** True when the sender, by address, name or return path, is a mailer-daemon. */
export function isDaemon(mail: IncomingMail): boolean {
  const returnPath = (header(mail, 'return-path') ?? '').trim().toLowerCase();
  const name = (mail.from?.name ?? '').trim().toLowerCase();
  return daemonName.test(localPart(mail)) || daemonName.test(name) || /^<?mailer-daemon(?:@|>|$)/.test(returnPath);
}

/** True when the sender is a postmaster or calls itself a mail system; a person may sit there. */
export function isPostmaster(mail: IncomingMail): boolean {
  return postmasterName.test(localPart(mail)) || daemonTitle.test(mail.from?.name ?? '');
}

/** What stands before the `@` of the sender's address, in lower case; empty when there is no sender. */
export function localPart(mail: IncomingMail): string {
  const email = (mail.from?.email ?? '').toLowerCase();
  const at = email.lastIndexOf('@');
  return at < 0 ? email : email.slice(0, at);
}

/** True when the header occurs, whatever its value. */
export function hasHeader(mail: IncomingMail, name: string): boolean {
  return header(mail, name) !== undefined;
}

/** Lower case without accents, so that one pattern fits every way of writing a subject. */
export function plainSubject(mail: Pick<IncomingMail, 'subject'>): string {
  return fold(mail.subject.slice(0, 300)).trim();
}
