import { hasHeader, hasNullReturnPath, isReport, plainSubject } from './bounce-signs.ts';
import { fold } from './fold.ts';
import { header, type IncomingMail } from './mail.ts';

/** Headers that only responders set, whatever their value. */
const responderHeaders = [
  'x-autoreply',
  'x-autorespond',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-autoresponder',
  'x-auto-respond',
  'x-mail-autoreply',
  'x-vacation',
  'x-fc-machinegenerated',
];

const wholeSubject =
  /^(?:out of (?:the )?office|on (?:vacation|holiday)|abwesend|abwesenheitsnotiz|urlaub|absence du bureau)[.! ]*$/u;
const lotus = /^auto\s?:.{0,200}(?:out of|au(?:ß|ss)er haus|abwesend|office|returning|absent|ausente|fuori)/u;
const prefixed = new RegExp(
  fold(
    `^(?:${[
      'auto(?:matic|mated)?[- ]?(?:reply|response|responder|answer)',
      'out of (?:the )?office(?: auto(?:matic)?[- ]?(?:reply|response))?',
      'ooo',
      'vacation(?: reply| response)?',
      'automatische (?:antwort|abwesenheitsmeldung|e-?mail-antwort)',
      'abwesend|abwesenheit|abwesenheits(?:notiz|meldung|assistent)|abwesenheitsnachricht|nicht im (?:buro|haus)',
      'reponse automatique(?: d.absence)?|absence du bureau|message d.absence|absent du bureau',
      'respuesta automatica|fuera de la? oficina|ausente',
      'resposta automatica|ausencia temporaria|fora do escritorio',
      'risposta automatica|fuori (?:sede|ufficio)|assente',
      'automatisch antwoord|afwezig|afwezigheidsbericht|afwezigheid',
      'autosvar|automatiskt svar|automatisk svar|franvaro|ikke pa kontoret|fraværende|fravær',
      'automaattinen vastaus|poissa',
      'automaticka odpoved|mimo kancelar|nepritomnost',
      'odpowiedz automatyczna|automatyczna odpowiedz|poza biurem|nieobecnosc',
      'automatikus valasz|hazon kivul',
      'otomat[iı]k yan[iı]t|ofis d[iı]s[iı]nda',
      'raspuns automat|absent',
      'автоматический ответ|автоответ|вне офиса',
      'автоматична відповідь|автоматичен отговор',
      'αυτοματη απαντηση',
      '自動応答|自動返信|不在通知|自动答复|自动回复|自動回覆|外出时的自动答复|외출 중|자동 회신|부재 중',
      'תשובה אוטומטית|رد تلقائي',
    ].join('|')})\\s{0,3}[:：]`,
  ),
  'iu',
);

/** What speaks for a mail being written by a machine in answer to another, or to nobody. */
export function autoReplyReason(mail: IncomingMail): string | null {
  const submitted = autoSubmitted(mail);
  if (submitted !== null) return `Auto-Submitted says ${submitted}.`;
  const contentType = (header(mail, 'content-type') ?? '').toLowerCase();
  if (isReport(contentType, 'disposition-notification')) return 'It is a read receipt.';
  const set = responderHeaders.find(
    (name) => hasHeader(mail, name) && !/^\s*(?:no|false|0)\s*$/i.test(header(mail, name) ?? ''),
  );
  if (set !== undefined) return `The header ${set} is set, which only automatic responders do.`;
  return byValues(mail) ?? bySubject(mail) ?? byReturnPath(mail);
}

/** The keyword of Auto-Submitted when it says a machine wrote the mail (RFC 3834); `no` means a person. */
function autoSubmitted(mail: IncomingMail): string | null {
  const values = mail.headers.filter((one) => one.name.toLowerCase() === 'auto-submitted');
  const words = values.map((one) => /^[\s(]{0,5}([a-z-]{1,40})/i.exec(one.value)?.[1]?.toLowerCase() ?? '');
  return words.find((word) => word !== '' && word !== 'no') ?? null;
}

function byValues(mail: IncomingMail): string | null {
  const says = (name: string, pattern: RegExp) =>
    mail.headers.some((one) => one.name.toLowerCase() === name && pattern.test(one.value.slice(0, 200)));
  if (says('x-precedence', /auto[-_ ]?reply/i) || says('precedence', /^\s*auto[-_ ]?reply/i)) {
    return 'Precedence says it is an automatic reply.';
  }
  if (says('x-post-messageclass', /autoresponder/i)) return 'The message class is that of an automatic responder.';
  if (says('delivered-to', /^\s*<?autoresponder\b/i)) return 'It was delivered to an automatic responder.';
  const ruled =
    hasHeader(mail, 'x-ms-exchange-inbox-rules-loop') || hasHeader(mail, 'x-ms-exchange-generated-message-source');
  if (ruled && says('x-auto-response-suppress', /\ball\b|\boof\b/i))
    return 'An Exchange mailbox rule or assistant sent it.';
  return null;
}

function bySubject(mail: IncomingMail): string | null {
  const subject = plainSubject(mail);
  if (prefixed.test(subject) || lotus.test(subject)) return 'The subject begins like that of an automatic reply.';
  return wholeSubject.test(subject) ? 'The subject is that of an absence note.' : null;
}

function byReturnPath(mail: IncomingMail): string | null {
  return hasNullReturnPath(mail) ? 'The return path is empty, so nobody expects an answer.' : null;
}
