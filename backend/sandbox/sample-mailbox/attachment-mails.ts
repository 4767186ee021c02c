import { inlinePicture, pdf, picture, textFile, zip } from './file-bytes.ts';
import { outlookHtml } from './html-bodies.ts';
import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';

const calendarLines = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Harbour View//Calendar//EN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:inspection-2026-12-02@harbourview.example',
  'DTSTAMP:20261124T090000Z',
  'DTSTART:20261202T080000Z',
  'DTEND:20261202T090000Z',
  'SUMMARY:Inspection of the lift',
  'ORGANIZER:mailto:ingrid.solberg@harbourview.example',
  'ATTENDEE:mailto:support@contoso.example',
  'END:VEVENT',
  'END:VCALENDAR',
];

/** A right-to-left override makes file managers show this name as `invoiceexe.pdf`. */
const overriddenName = 'invoice\u202efdp.exe';

export const attachmentMails: SampleMail[] = [
  mail({
    key: 'invitation-ics',
    title: 'An invitation with .ics',
    tags: ['attachment', 'calendar', 'property'],
    minute: 1620,
    from: person('Ingrid Solberg', 'ingrid.solberg@harbourview.example'),
    subject: 'Invitation: Inspection of the lift, 2 December 09:00',
    text: `Hello, here is the date for the yearly inspection. Somebody of yours has to be there with the log book and the key of the machine
room. Please accept or name another day in that week.

Ingrid`,
    attachments: [textFile('invite.ics', 'text/calendar; method=REQUEST', `${calendarLines.join('\r\n')}\r\n`)],
  }),
  mail({
    key: 'inline-screenshot',
    title: 'Screenshot inside the text',
    tags: ['attachment', 'inline-image', 'product', 'technical'],
    minute: 440,
    from: person('Paulo Reis', 'paulo.reis@nimbusledger.example'),
    subject: 'Button covers the total',
    html: `<html><body><p>Hi,</p><p>on a small screen the green button covers the total of the list, see here:</p>
<p><img src="cid:image001.png@01DC5D2A.7F3B1C90" width="320" alt="Screenshot"></p><p>Laptop with 1366 x 768, Edge, zoom 100 %. It is fine from
110 % down to 90 %, oddly.</p><p>Paulo</p><p><img src="cid:logo.png@01DC5D2A" width="80" alt="Nimbus Ledger"></p></body></html>`,
    attachments: [
      inlinePicture('image001.png', 'image001.png@01DC5D2A.7F3B1C90', [40, 120, 200]),
      inlinePicture('logo.png', 'logo.png@01DC5D2A', [20, 40, 90]),
    ],
  }),
  mail({
    key: 'many-photos',
    title: 'Eleven photos of a flat',
    tags: ['attachment', 'property'],
    minute: 490,
    from: person('Simone Adler', 's.adler@example.com'),
    subject: 'Photos of the handover, flat 18',
    text: `Hello,

as agreed the photos of the handover. The scratch in the parquet (no. 7) was there before, it is in the protocol from 2022. The blind
in the small room (no. 10) is broken, that was us, sorry.

Best
Simone Adler`,
    attachments: Array.from({ length: 11 }, (_, i) => picture(`IMG_${2290 + i}.png`, [20 * i, 120, 240 - 20 * i])),
  }),
  mail({
    key: 'contract-pdf',
    title: 'Signed contract as PDF',
    tags: ['attachment', 'property', 'account'],
    minute: 1530,
    from: person('Beate Lorenz', 'beate.lorenz@example.org'),
    subject: 'Signed lease, Linden Court 4, flat 9',
    html: outlookHtml(`Dear Mr Weber,

enclosed please find the signed lease and the copy of my identity card with the parts blackened that you do not need. When may I
collect the keys? Friday before ten would suit me.

Beate Lorenz`),
    attachments: [
      pdf('Lease_LC4_9_signed.pdf', 'Lease, Linden Court 4, flat 9, signed'),
      pdf('id-card.pdf', 'Identity card, partly blackened'),
    ],
  }),
  mail({
    key: 'path-traversal-name',
    title: 'A file named ../../x.exe',
    tags: ['attachment', 'hostile', 'path-traversal'],
    minute: 1740,
    from: person('Courier Desk', 'desk@fastcourier.example'),
    subject: 'Delivery paper',
    text: 'Find enclosed the delivery paper. Sign and return today to avoid storage fee.',
    attachments: [
      textFile('../../x.exe', 'application/octet-stream', 'MZ not a program'),
      textFile('..\\..\\Windows\\start.bat', 'text/plain', 'echo off'),
      textFile('/etc/passwd', 'text/plain', 'nobody:x:65534'),
    ],
  }),
  mail({
    key: 'rtl-override-name',
    title: 'A file that hides its ending',
    tags: ['attachment', 'hostile', 'rtl-override'],
    minute: 1742,
    from: person('Accounts', 'accounts@invoicehub.example'),
    subject: 'Overdue invoice',
    text: 'Your account is overdue. The invoice is attached.',
    attachments: [textFile(overriddenName, 'application/pdf', 'MZ not a program')],
  }),
  mail({
    key: 'strange-file-names',
    title: 'File names with line breaks and emoji',
    tags: ['attachment', 'hostile'],
    minute: 1743,
    from: person('Nadine', 'nadine.k@example.com'),
    subject: 'pics',
    text: 'here you go, hope they open. one is from the balcony, the other from the yard, you can see the broken gutter on both',
    attachments: [
      picture('balkon 🌧️ (1).png', [90, 120, 150]),
      picture('yard\r\nContent-Type: text/html.png', [90, 150, 120]),
      picture(`${'very-long-name-'.repeat(20)}.png`, [150, 120, 90]),
      textFile('', 'application/octet-stream', ''),
    ],
  }),
  mail({
    key: 'nested-zip-report',
    title: 'Zip with a log',
    tags: ['attachment', 'product', 'technical'],
    minute: 1570,
    from: person('Wim Janssen', 'wim@janssenit.example'),
    subject: 'Sync log you asked for',
    text: 'Hi, the log of last night, zipped. The interesting part starts at 02:14, where the sync gives up after the third timeout.\n\nWim',
    attachments: [
      zip('sync-2026-11-24.zip', 'sync.log', '02:14:07 timeout 1\n02:14:37 timeout 2\n02:15:07 timeout 3, giving up\n'),
    ],
  }),
  mail({
    key: 'html-as-image',
    title: 'Claims to be a picture, is HTML',
    tags: ['attachment', 'hostile'],
    minute: 1744,
    from: person('Photo Share', 'share@photoshare.example'),
    subject: 'A friend shared a photo',
    text: 'Open the photo to see it in full size.',
    attachments: [
      textFile('photo.png', 'image/png', '<html><script>alert(1)</script></html>'),
      textFile('drawing.svg', 'image/svg+xml', '<svg xmlns="urn:x" onload="alert(1)"><script>alert(2)</script></svg>'),
    ],
  }),
];
