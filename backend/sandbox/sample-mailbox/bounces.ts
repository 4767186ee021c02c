import { textFile } from './file-bytes.ts';
import { person, support } from './people.ts';
import { mail, type SampleAttachment, type SampleMail } from './sample-mail.ts';

const reportHeaders = {
  'Return-Path': '<>',
  'Auto-Submitted': 'auto-replied',
  'Content-Type': 'multipart/report; report-type=delivery-status; boundary="_dsn_"',
};

function deliveryStatus(recipient: string, status: string, diagnostic: string): SampleAttachment {
  const lines = [
    'Reporting-MTA: dns; mx.contoso.example',
    'Arrival-Date: Tue, 24 Nov 2026 12:40:51 +0000',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
  ];
  return textFile('details.txt', 'message/delivery-status', `${lines.join('\r\n')}\r\n`);
}

function returnedMail(recipient: string, subject: string): SampleAttachment {
  const lines = [
    `From: ${support.name} <${support.address}>`,
    `To: ${recipient}`,
    `Subject: ${subject}`,
    'Message-ID: <hc-1008.2@contoso.example>',
    'Auto-Submitted: auto-replied',
    '',
    'Thank you for your mail. We have opened a case for it.',
  ];
  return textFile('original.eml', 'message/rfc822', `${lines.join('\r\n')}\r\n`);
}

export const bounces: SampleMail[] = [
  mail({
    key: 'bounce-unknown-user',
    title: 'Bounce',
    tags: ['bounce'],
    minute: 1781,
    from: person('Mail Delivery System', 'mailer-daemon@mx.contoso.example'),
    to: [support],
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at mx.contoso.example.

Your message could not be delivered to the recipient below. It is attached to this report.

<bookings@oldhost.example>: host mx.oldhost.example[192.0.2.77] said: 550 5.1.1 <bookings@oldhost.example>: user unknown
(in reply to RCPT TO command)`,
    headers: { ...reportHeaders, 'X-Failed-Recipients': 'bookings@oldhost.example' },
    attachments: [
      deliveryStatus('bookings@oldhost.example', '5.1.1', '550 5.1.1 user unknown'),
      returnedMail('bookings@oldhost.example', '[HC-1008] Your case'),
    ],
  }),
  mail({
    key: 'bounce-exchange-html',
    title: 'Undeliverable, Exchange style',
    tags: ['bounce'],
    minute: 1783,
    from: person('Microsoft Outlook', 'postmaster@contoso.example'),
    to: [support],
    subject: 'Undeliverable: Your case HC-1008',
    html: `<html><body><h2 style="font-family:Segoe UI;color:#b00">Your message to <b>reservations@oldhost.example</b> could not be delivered.</h2>
<p>The mailbox <b>reservations</b> is full.</p><table cellpadding="6"><tr><td>support</td><td>Office 365</td><td>oldhost.example</td></tr>
<tr><td>Sender</td><td></td><td style="background:#fdd">Mailbox full</td></tr></table>
<p>Original message details<br>Created: 24.11.2026 12:40<br>Subject: Your case HC-1008</p><p>Remote server returned '552 5.2.2 mailbox full'</p></body></html>`,
    headers: { ...reportHeaders, 'X-MS-Exchange-Message-Is-Ndr': '' },
    attachments: [deliveryStatus('reservations@oldhost.example', '5.2.2', '552 5.2.2 mailbox full')],
  }),
  mail({
    key: 'bounce-german',
    title: 'Unzustellbar',
    tags: ['bounce'],
    language: 'de',
    minute: 1784,
    from: person('Postmaster', 'postmaster@ehlers-verwaltung.example'),
    to: [support],
    subject: 'Unzustellbar: Ihr Fall HC-1011',
    text: `Ihre Nachricht an k.wolf@ehlers-verwaltung.example konnte nicht zugestellt werden.

Die eingegebene E-Mail-Adresse wurde nicht gefunden. Prüfen Sie die Schreibweise und senden Sie die Nachricht erneut.

Remoteserver: 550 5.1.10 RESOLVER.ADR.RecipientNotFound`,
    headers: { ...reportHeaders, 'X-Failed-Recipients': 'k.wolf@ehlers-verwaltung.example' },
    attachments: [deliveryStatus('k.wolf@ehlers-verwaltung.example', '5.1.10', '550 5.1.10 RecipientNotFound')],
  }),
  mail({
    key: 'bounce-delayed',
    title: 'Delivery is late',
    tags: ['bounce', 'delay'],
    minute: 1785,
    from: person('Mail Delivery Subsystem', 'MAILER-DAEMON@mx.contoso.example'),
    to: [support],
    subject: 'Warning: could not send message for past 4 hours',
    text: `    ***************************************
    **  WARNING ONLY, NOTHING IS LOST YET  **
    **  THERE IS NO NEED TO SEND IT AGAIN  **
    ***************************************

The message to <office@slowhost.example> has been waiting for 4 hours. Delivery will be tried until Sunday.
451 4.7.1 Greylisted, try again later`,
    headers: { ...reportHeaders, 'Auto-Submitted': 'auto-generated' },
    attachments: [deliveryStatus('office@slowhost.example', '4.7.1', '451 4.7.1 greylisted')],
  }),
  mail({
    key: 'bounce-refused-spam',
    title: 'Refused as spam, no from',
    tags: ['bounce', 'null-sender'],
    minute: 1786,
    from: null,
    sender: null,
    to: [support],
    subject: 'Delivery Status Notification (Failure)',
    text: `Message not delivered

Your message to front.desk@quietinn.example was blocked by the recipient's filter.

554 5.7.1 Message refused by policy (score 9.2)`,
    headers: { ...reportHeaders, From: '<>', 'X-Failed-Recipients': 'front.desk@quietinn.example' },
    attachments: [deliveryStatus('front.desk@quietinn.example', '5.7.1', '554 5.7.1 refused by policy')],
  }),
  mail({
    key: 'bounce-pretender',
    title: 'A customer writes about a bounce',
    tags: ['hard-to-tell', 'product', 'technical'],
    minute: 1787,
    from: person('Renske Postma', 'renske.postma@example.org'),
    subject: 'Undeliverable mails from your system',
    text: `Hi,

our tenants tell me that the rent reminders we send through your software come back as "undeliverable", about one in ten. They
look like this: "550 5.7.1 sender not allowed". Did we miss a setting for our domain?

Renske Postma (a real person, in spite of my surname)`,
  }),
  mail({
    key: 'feedback-report',
    title: 'Complaint loop report (ARF)',
    tags: ['feedback-report'],
    minute: 1789,
    from: person('Feedback Loop', 'fbl@bigmail.example'),
    to: [support],
    subject: 'FW: Your case HC-0991 was received',
    text: `Abuse report about a mail that reached us from IP 192.0.2.10 on Tue, 24 Nov 2026 11:58:02 +0100. The user
pressed "This is spam".`,
    headers: {
      'Return-Path': '<>',
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary="_arf_"',
      'Auto-Submitted': 'auto-generated',
    },
    attachments: [
      textFile(
        'report.txt',
        'message/feedback-report',
        'Feedback-Type: abuse\r\nUser-Agent: BigMailFBL/2.1\r\nVersion: 1\r\nOriginal-Mail-From: <support@contoso.example>\r\nSource-IP: 192.0.2.10\r\n',
      ),
      returnedMail('someone@bigmail.example', '[HC-0991] Your case was received'),
    ],
  }),
];
