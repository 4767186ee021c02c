import { outlookHtml } from './html-bodies.ts';
import { brightlineBooks, hanna, kenji, person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';

const outlookOof = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'X-MS-Exchange-Inbox-Rules-Loop': 'support@contoso.example',
};
const vacation = { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes', Precedence: 'auto_reply' };

export const autoReplies: SampleMail[] = [
  mail({
    key: 'hanna-out-of-office',
    title: 'Auto-reply',
    tags: ['auto-reply', 'thread'],
    minute: 1700,
    from: hanna,
    subject: 'Automatic reply: Unit export drops umlauts in the CSV',
    inReplyTo: 'hanna-umlauts-version',
    references: ['hanna-umlauts', 'hanna-umlauts-version'],
    html: outlookHtml(`Hello,

I am out of the office until 1 December and read mail only now and then. For anything about exports please write to Johan,
johan.ek@nordhus.example.

Hanna Lindqvist`),
    headers: { ...outlookOof, 'Auto-Submitted': 'auto-replied' },
  }),
  mail({
    key: 'oof-german',
    title: 'Abwesenheitsnotiz',
    tags: ['auto-reply'],
    language: 'de',
    minute: 1577,
    from: person('Katja Wolff', 'katja.wolff@ehlers-verwaltung.example'),
    subject: 'Automatische Antwort: Ihr Fall ist bei uns eingegangen',
    html: outlookHtml(
      `Guten Tag,

ich bin bis einschließlich 4. Dezember nicht im Haus. Ihre Nachricht wird nicht weitergeleitet. In dringenden Fällen wenden Sie
sich bitte an die Zentrale.

Freundliche Grüße
Katja Wolff`,
      { language: 'de' },
    ),
    headers: outlookOof,
  }),
  mail({
    key: 'oof-french',
    title: 'Réponse automatique',
    tags: ['auto-reply'],
    language: 'fr',
    minute: 1579,
    from: person('Isabelle Fournier', 'i.fournier@atelier-fournier.example'),
    subject: 'Réponse automatique : Résiliation non prise en compte',
    text: 'Bonjour,\n\nje suis en congé jusqu’au 30 novembre. Je vous répondrai dès mon retour.\n\nIsabelle Fournier',
    headers: { ...vacation, 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' },
  }),
  mail({
    key: 'oof-spanish',
    title: 'Respuesta automática',
    tags: ['auto-reply'],
    language: 'es',
    minute: 1628,
    from: person('Lucía Benavides', 'lucia.benavides@fincasbenavides.example'),
    subject: 'Respuesta automática: Cobro anual que nadie autorizó',
    text: 'Estoy fuera de la oficina hasta el jueves. Para asuntos urgentes llamen al 91 555 01 20.\n\nLucía Benavides',
    headers: vacation,
  }),
  mail({
    key: 'oof-portuguese',
    title: 'Resposta automática',
    tags: ['auto-reply'],
    language: 'pt',
    minute: 1629,
    from: person('Duarte Figueira', 'duarte.figueira@example.org'),
    subject: 'Resposta automática: Conta bloqueada depois de três tentativas',
    text: 'Obrigado pela sua mensagem. Estou de férias e regresso na segunda-feira.',
    headers: vacation,
  }),
  mail({
    key: 'oof-dutch',
    title: 'Afwezig',
    tags: ['auto-reply'],
    language: 'nl',
    minute: 1630,
    from: person('Joost Hofman', 'joost@hofmanvastgoed.example'),
    subject: 'Automatisch antwoord: Factuur dubbel ontvangen',
    text: 'Ik ben woensdag weer aanwezig. Voor spoed: bel kantoor, 020 555 0117.',
    headers: outlookOof,
  }),
  mail({
    key: 'oof-italian',
    title: 'Risposta automatica',
    tags: ['auto-reply'],
    language: 'it',
    minute: 1631,
    from: person('Giulia Ferrante', 'giulia.ferrante@studioferrante.example'),
    subject: 'Risposta automatica: Fattura di ottobre con partita IVA errata',
    text: 'Lo studio è chiuso fino a mercoledì. Risponderò al più presto.',
    headers: vacation,
  }),
  mail({
    key: 'ticket-system-ack',
    title: 'Another desk’s acknowledgement',
    tags: ['auto-reply', 'foreign-ticket'],
    minute: 1640,
    from: person('Northgate IT Service Desk', 'servicedesk@northgate.example'),
    subject: '[INC0012345] We have received your request',
    text: `##- Type your answer above this line -##

Your request INC0012345 "Your case has been received" was logged with priority 4. Do not reply unless you have more to tell us.

Northgate IT Service Desk`,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  }),
  mail({
    key: 'left-the-company',
    title: 'Has left the company',
    tags: ['auto-reply'],
    minute: 1645,
    from: person('Peter Hallam', 'p.hallam@tidewater.example'),
    subject: 'No longer with Tidewater Re: Notice of termination, account 20-1177',
    text: 'Peter Hallam left Tidewater Homes on 30 September. This mailbox is not read. Write to office@tidewater.example.',
    headers: { 'X-Autorespond': 'yes', 'Auto-Submitted': 'auto-replied' },
  }),
  mail({
    key: 'oof-without-headers',
    title: 'Out of office without a header',
    tags: ['auto-reply', 'hard-to-tell'],
    minute: 1655,
    from: brightlineBooks,
    subject: 'Out of office Re: Charged twice for October, invoice INV-20931',
    text: 'I am at a course today and tomorrow and will answer on Thursday. If it is about payroll ask Dana.\n\nColin',
  }),
  mail({
    key: 'read-receipt',
    title: 'Read receipt',
    tags: ['auto-reply', 'receipt'],
    minute: 1657,
    from: kenji,
    subject: 'Read: Your pro forma invoice',
    text: 'Your message\n\n   To: Kenji Watanabe\n   Subject: Your pro forma invoice\n\nwas read on Tuesday, 24 November 2026 11:31.',
    headers: {
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="_mdn_"',
      'Auto-Submitted': 'auto-replied',
      'Return-Path': '<>',
    },
  }),
  mail({
    key: 'challenge-response',
    title: 'Prove that you are human',
    tags: ['auto-reply', 'challenge'],
    minute: 1659,
    from: person('MailGate', 'verify@mailgate.example'),
    subject: 'Please confirm your message to w.brandt',
    text: 'Your message is held. Open https://mailgate.example/confirm?id=81b2 within 7 days and it will be delivered.',
    headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' },
  }),
];
